-- The known words at most two letters away from a misspelled one (three from a long one), the closest first. The threshold belongs to the
-- function, so the operator can use its index and no session keeps a changed setting.
SELECT public.show_limit();  -- loads pg_trgm; its setting is unknown before that

CREATE OR REPLACE FUNCTION physicians_similar_words(asked text, most integer)
RETURNS TABLE (word text, names integer, terms integer, distance integer)
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.similarity_threshold = 0.2 AS $$
    SELECT known.word, known.names, known.terms, off_by
      FROM physicians_searchword AS known,
           LATERAL (SELECT CASE WHEN length(asked) < 7 THEN 2 ELSE 3 END AS most_wrong) AS allowed,
           LATERAL (SELECT levenshtein_less_equal(known.word, asked, most_wrong) AS off_by) AS measured
     WHERE known.word % asked AND off_by <= most_wrong
     ORDER BY off_by, similarity(known.word, asked) DESC, known.word
     LIMIT most
$$;
