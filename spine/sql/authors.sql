-- Returns everyone who wrote some of the words of a version since the last approval before it.
--   Up to the first time that these words were there: everyone who changed anything. Not if they put it back themselves, in
--   the version in which they changed it: nothing of that was kept.
--   After that: those who brought the words back when others had changed them. What else was changed has been undone.
-- Changes from before their words were recorded (NULL) always count.
CREATE OR REPLACE FUNCTION spine_authors(version bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH final AS (
        SELECT id, content_type_id, object_id, words FROM spine_contentchange
         WHERE revision_id = version ORDER BY id DESC LIMIT 1
    ), approved AS (
        SELECT COALESCE(max(a.last_change_id), 0) AS id FROM spine_approval a, final
         WHERE a.content_type_id = final.content_type_id AND a.object_id = final.object_id
           AND a.kind <> 'emergency' AND a.last_change_id < final.id
    ), change AS (
        SELECT c.id, c.revision_id, c.author_id, c.words, lag(c.words) OVER (ORDER BY c.id) AS words_before
          FROM spine_contentchange c, final, approved
         WHERE c.content_type_id = final.content_type_id AND c.object_id = final.object_id
           AND c.id BETWEEN approved.id AND final.id
    ), first AS (
        SELECT min(change.id) AS id FROM change, final WHERE change.words = final.words OR change.id = final.id
    ), placed AS (
        SELECT change.*, CASE WHEN change.id <= first.id THEN revision_id END AS early
          FROM change, first, approved WHERE change.id > approved.id
    ), stretch AS (  -- changes by one person without anyone else's between, up to `first` in one version
        SELECT *, row_number() OVER (ORDER BY id) - row_number() OVER (PARTITION BY author_id, early ORDER BY id) AS nr
          FROM placed
    ), summary AS (
        SELECT author_id, early, (array_agg(words_before ORDER BY id))[1] AS words_before,
               (array_agg(words ORDER BY id DESC))[1] AS words_after
          FROM stretch WHERE author_id IS NOT NULL GROUP BY author_id, early, nr
    )
    SELECT DISTINCT author_id FROM summary, final
     WHERE (words_before = words_after) IS NOT TRUE AND (early IS NOT NULL OR words_after = final.words)
$$;
