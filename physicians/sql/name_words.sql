-- The words a person is found by. “O'Brien-Smith” has three forms: “o brien smith”, “obrien smith” and “obriensmith”.
-- “de la Cruz” is “delacruz” as well, “St. John” “stjohn”, and “Mary Ann” “maryann”.
CREATE OR REPLACE FUNCTION physicians_name_words(VARIADIC names text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT DISTINCT word
          FROM unnest(names) AS name,
               LATERAL (SELECT unnest(physicians_words(name))
                        UNION ALL
                        SELECT unnest(physicians_words(translate(name, '''`´‘’ʼ', '      ')))
                        UNION ALL
                        SELECT unnest(physicians_words(translate(name, '-‐‑–.', '')))
                        UNION ALL
                        SELECT unnest(physicians_words(translate(name, '-‐‑–. ', '')))) AS its(word)
         ORDER BY word)
$$;
