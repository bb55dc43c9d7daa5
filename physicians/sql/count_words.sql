-- Adjusts how many names (`named`) or search terms have each word. Words that nothing has anymore are deleted.
CREATE OR REPLACE FUNCTION physicians_count_words(before text[], after text[], named boolean) RETURNS void
LANGUAGE sql AS $$
    -- In the order of the words, so two at once can't wait for each other.
    INSERT INTO physicians_searchword AS known (word, names, terms)
    SELECT word, CASE WHEN named THEN sum(change) ELSE 0 END, CASE WHEN named THEN 0 ELSE sum(change) END
      FROM (SELECT unnest(after) AS word, 1 AS change UNION ALL SELECT unnest(before), -1) AS changes
     GROUP BY word HAVING sum(change) <> 0 ORDER BY word
    ON CONFLICT (word) DO UPDATE SET names = known.names + EXCLUDED.names, terms = known.terms + EXCLUDED.terms;
    DELETE FROM physicians_searchword WHERE word = ANY (before) AND names <= 0 AND terms <= 0;
$$;
