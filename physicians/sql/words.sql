-- The distinct words of a text in plain form, each cut to 40 letters, in order.
CREATE OR REPLACE FUNCTION physicians_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT left(word, 40) FROM regexp_split_to_table(physicians_plain($1), '[^[:alnum:]]+') AS word
                  WHERE word <> '' ORDER BY 1)
$$;
