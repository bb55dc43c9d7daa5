-- What the search tables know about the words of a query, for physicians/search/. It's a function so its plan is kept
-- for the next query: as a statement of its own, planning took two thirds of its time.
--
-- A word that the tables have as typed is not looked up in other forms. The range of `begun` is a LIKE with an index
-- that also serves beginnings known only at run time.
CREATE OR REPLACE FUNCTION physicians_look_up(
    numbers int[], words text[], required bool[], primary_spellings bool[], most_similar int, shortest_beginning int)
RETURNS TABLE (known_words json, known_terms json, mentioned_stems json)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT number, public.unaccent('public.unaccent', word) AS word, required, primary_spelling
        FROM unnest(numbers, words, required, primary_spellings)
             AS asked(number, word, required, primary_spelling)
    ),
    exact AS MATERIALIZED (
        SELECT number, 'exact' AS how, known.word, names, terms, 0 AS distance
        FROM asked JOIN physicians_searchword AS known ON known.word = asked.word
        UNION ALL
        -- “herniation” has the stem of “herniated”; but “acident”, whose stem is “acid”, is one letter from “accident”.
        SELECT number, 'exact', asked.word, 0, 1, 0
        FROM asked
        WHERE NOT EXISTS (SELECT FROM physicians_searchword AS known WHERE known.word = asked.word AND known.terms > 0)
          AND EXISTS (SELECT FROM physicians_searchterm AS term WHERE term.stems @> physicians_stems(asked.word)
                      AND physicians_stems(asked.word) <> '{}')
          AND NOT EXISTS (SELECT FROM physicians_searchword AS known
                          WHERE terms > 0 AND length(known.word) BETWEEN length(asked.word) - 1 AND length(asked.word) + 1
                            AND levenshtein_less_equal(known.word, asked.word, 1) = 1
                            AND physicians_stems(known.word) <> physicians_stems(asked.word))
    ),
    unknown AS MATERIALIZED (
        SELECT number, word FROM asked
        WHERE required AND primary_spelling AND number NOT IN (SELECT number FROM exact)
    ),
    known AS MATERIALIZED (
        SELECT * FROM exact
        UNION ALL
        SELECT number, 'begun', begun.*, 0
        FROM unknown, LATERAL (
            SELECT word, names, terms FROM physicians_searchword AS known
            WHERE known.word ~>=~ unknown.word AND known.word ~<~ (unknown.word || chr(1114111))
            ORDER BY names + terms DESC, word LIMIT most_similar
        ) AS begun
        WHERE length(unknown.word) >= shortest_beginning
        UNION ALL
        SELECT number, 'similar', alike.word, names, 0, distance
        FROM unknown, LATERAL physicians_similar_words(unknown.word, most_similar) AS alike
        WHERE names > 0 AND length(unknown.word) >= 3 AND NOT starts_with(alike.word, unknown.word)
        UNION ALL
        -- The vocabulary is small, so every word of it is measured: trigrams miss “bcak”.
        SELECT number, 'similar', known.word, 0, terms, off_by
        FROM unknown JOIN physicians_searchword AS known ON known.terms > 0
                          AND length(known.word) BETWEEN length(unknown.word) - 2 AND length(unknown.word) + 2,
             LATERAL (SELECT levenshtein_less_equal(known.word, unknown.word, 2) AS off_by) AS measured
        WHERE length(unknown.word) >= 3 AND off_by <= 2 AND NOT starts_with(known.word, unknown.word)
        UNION ALL
        -- “Backpain” is two words.
        SELECT number, 'apart', known.word, 0, terms, 0
        FROM unknown, generate_series(3, length(unknown.word) - 3) AS place,
             LATERAL (SELECT left(unknown.word, place) AS one, substr(unknown.word, place + 1) AS other) AS cut
             JOIN physicians_searchword AS known ON known.terms > 0 AND known.word IN (one, other)
        -- With EXISTS, PostgreSQL would first read the whole vocabulary, for each query.
        WHERE (SELECT terms FROM physicians_searchword WHERE word = one) > 0
          AND (SELECT terms FROM physicians_searchword WHERE word = other) > 0
        UNION ALL
        SELECT number, 'sounds', known.word, 0, terms, off_by
        FROM unknown JOIN physicians_searchword AS known
                          ON known.terms > 0 AND dmetaphone(known.word) = dmetaphone(unknown.word),
             LATERAL (SELECT levenshtein_less_equal(known.word, unknown.word, 4) AS off_by) AS measured
        WHERE unknown.word ~ '^[a-z]{5,}$' AND off_by <= 4
    ),
    stemmed AS MATERIALIZED (SELECT known.*, (physicians_stems(word))[1] AS stem FROM known),
    term AS (
        SELECT kind, target, phrase, stems, official FROM physicians_searchterm
        WHERE stems && ARRAY(SELECT DISTINCT stem FROM stemmed WHERE terms > 0 AND stem IS NOT NULL)
    ),
    mentioned AS (
        SELECT number, stem FROM unknown, LATERAL (SELECT (physicians_stems(word))[1] AS stem) AS its
        WHERE EXISTS (SELECT FROM physicians_physiciandocument
                      WHERE words @@ (quote_literal('b:' || stem))::tsquery)
    )
    SELECT (SELECT json_agg(json_build_array(number, how, word, stem, names, terms, distance)) FROM stemmed),
           (SELECT json_agg(json_build_array(kind, target, phrase, stems, official)) FROM term),
           (SELECT json_agg(json_build_array(number, stem)) FROM mentioned);
END
$$;
