-- The known words at most two letters away from a misspelled one, the closest first. The threshold belongs to the
-- function, so the operator can use its index and no session keeps a changed setting.
SELECT public.show_limit();  -- loads pg_trgm; its setting is unknown before that

CREATE OR REPLACE FUNCTION physicians_similar_words(asked text, most integer)
RETURNS TABLE (word text, names integer, terms integer, distance integer)
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.similarity_threshold = 0.2 AS $$
    SELECT known.word, known.names, known.terms, off_by
      FROM physicians_searchword AS known,
           LATERAL (SELECT levenshtein_less_equal(known.word, asked, 2) AS off_by) AS measured
     WHERE known.word % asked AND off_by <= 2
     ORDER BY off_by, similarity(known.word, asked) DESC, known.word
     LIMIT most
$$;
