-- Lower case without accents or apostrophes. The schema is named because an index or a function that relies on this
-- one must not depend on anyone's search_path.
CREATE OR REPLACE FUNCTION physicians_plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(lower(public.unaccent('public.unaccent', $1)), '''`´‘’ʼ', '')
$$;

COMMENT ON FUNCTION physicians_plain(text) IS 'Lower case without accents and apostrophes: “O’Núñez” is “onunez”.';
