-- Keeps a page's words for the site's search. `kept` is the page's row in the table of its kind, as JSON. A hyphen
-- separates words, or “COVID-19” would be “covid” and “-19”. guard_page() puts the trigger on every page table.
CREATE OR REPLACE FUNCTION spine_keep_page_text(page integer, kept jsonb) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO spine_pagetext (page_id, text, words, vector)
    SELECT page, concat_ws(E'\n', summary, body),
           ARRAY(SELECT DISTINCT word
                   FROM regexp_split_to_table(lower(unaccent(concat_ws(' ', summary, body))), '[^[:alnum:]]+') AS word
                  WHERE length(word) BETWEEN 2 AND 40),
           setweight(to_tsvector('english', unaccent(replace(summary, '-', ' '))), 'C')
           || setweight(to_tsvector('english', unaccent(replace(body, '-', ' '))), 'D')
      FROM (SELECT COALESCE(kept ->> 'summary', '') AS summary,
                   concat_ws(E'\n', kept ->> 'heading', spine_plain_text(kept -> 'steps'),
                             spine_plain_text(kept -> 'body')) AS body) AS texts
    ON CONFLICT (page_id) DO UPDATE SET text = EXCLUDED.text, words = EXCLUDED.words, vector = EXCLUDED.vector
$$;

CREATE OR REPLACE FUNCTION spine_keep_page_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM spine_keep_page_text(NEW.page_ptr_id, to_jsonb(NEW));
    RETURN NULL;
END
$$;
