-- The English stems of a text's words, without stop words.
CREATE OR REPLACE FUNCTION physicians_stems(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT tsvector_to_array(to_tsvector('pg_catalog.english', array_to_string(physicians_words($1), ' ')))
$$;
