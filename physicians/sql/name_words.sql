-- The words a person's name is found by, in three forms: “o brien smith”, “obrien smith” and “obriensmith”.
-- “de la Cruz” is “delacruz” as well.
CREATE OR REPLACE FUNCTION physicians_name_words(given text, family text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT unnest(physicians_words(concat_ws(' ', given, family)))
        UNION
        SELECT unnest(physicians_words(translate(concat_ws(' ', given, family), '''`´‘’ʼ', '      ')))
        UNION
        SELECT unnest(physicians_words(translate(concat_ws(' ', given, family), '-‐‑–', '')))
        UNION
        SELECT unnest(physicians_words(translate(family, '-‐‑– ', '')))
        ORDER BY 1)
$$;
