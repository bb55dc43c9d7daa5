"""Which pages may be found, and by which words: SQL that starts the queries of the other modules."""

# Published at this moment, below the site's root, and under no view restriction.
SHOWN = """
shown AS (
    SELECT page.id, page.title, kept.words, kept.vector
    FROM wagtailcore_page AS page
    JOIN spine_pagetext AS kept ON kept.page_id = page.id
    JOIN wagtailcore_page AS root ON starts_with(page.path, root.path)
    JOIN wagtailcore_site AS site ON site.root_page_id = root.id AND site.is_default_site
    WHERE page.live AND NOT EXISTS (
        SELECT FROM wagtailcore_pageviewrestriction AS restriction
        JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
        WHERE starts_with(page.path, restricted.path)
    )
)
"""

# The title counts most (A), then what patients call the condition (B), the summary (C) and the text (D). The text of a
# legal notice doesn't count: “people hurt at work” is no answer to “my back hurts”.
SEARCHED = f"""
{SHOWN},
searched AS MATERIALIZED (
    SELECT shown.id, shown.title,
           setweight(to_tsvector('english', unaccent(replace(shown.title, '-', ' '))), 'A')
           || setweight(to_tsvector('english', unaccent(called.phrases)), 'B')
           || CASE WHEN legal.page_ptr_id IS NULL THEN shown.vector ELSE ts_filter(shown.vector, '{{c}}') END AS vector
    FROM shown
    LEFT JOIN spine_legalpage AS legal ON legal.page_ptr_id = shown.id
    LEFT JOIN spine_conditionpage AS about ON about.page_ptr_id = shown.id
    LEFT JOIN physicians_condition AS condition ON condition.id = about.condition_id,
    LATERAL concat_ws(' . ', condition.name, array_to_string(condition.lay_phrases, ' . ')) AS called(phrases)
)
"""

# Each of `words` is a spelling of the word with that number in what was typed. A longer word counts half: “visit”
# finds “visitors”, which has another stem, and “car” doesn't find “care”.
ASKED = """
asked AS MATERIALIZED (
    SELECT number, 1.0 AS part, plainto_tsquery('english', unaccent(word)) AS term
    FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word)
    UNION ALL
    SELECT number, 0.5, to_tsquery('simple', lower(unaccent(word)) || ':*')
    FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word)
    WHERE length(word) >= 5 AND unaccent(word) ~ '^[[:alnum:]]+$'
)
"""
