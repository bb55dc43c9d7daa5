"""The words of each page for the site's search, kept by triggers on the pages' own tables."""

import django.contrib.postgres.fields
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

PAGE_MODELS = [
    "homepage",
    "conditionindexpage",
    "conditionpage",
    "treatmentindexpage",
    "treatmentpage",
    "informationpage",
    "legalpage",
]

# Every text of the blocks in reading order, without markup. Left out are the keys that hold no words for a reader:
# Wagtail's own (type, id), choices (level, action, shape), credits and addresses. jsonb keeps no order of keys: what a block begins
# with is named.
PLAIN_TEXT = """
CREATE FUNCTION spine_plain_text(body jsonb) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(btrim(words), E'\\n' ORDER BY place, key <> ALL ('{heading,term,question,name,title}'), key)
      FROM jsonb_path_query(body, 'strict $.** ? (@.type() == "object")') WITH ORDINALITY AS block(part, place),
           jsonb_each(part) AS pair(key, value),
           regexp_replace(part ->> key, '</li>\\s*<li[^>]*>', '; ', 'g') AS listed,
           regexp_replace(regexp_replace(listed, '</?(b|strong|i|em|a|sup|sub|code)( [^>]*)?>', '', 'g'),
                          '<[^>]*>', ' ', 'g') AS bare,
           replace(replace(replace(replace(replace(replace(bare, '&lt;', '<'), '&gt;', '>'), '&quot;', '"'),
                                   '&#x27;', ''''), '&#39;', ''''), '&nbsp;', ' ') AS unescaped,
           regexp_replace(replace(unescaped, '&amp;', '&'), '\\s+', ' ', 'g') AS words
     WHERE jsonb_typeof(value) = 'string' AND key <> ALL ('{type,id,level,action,shape,credit,address,url,href}')
       AND words ~ '\\S'
$$;
"""

# `kept`: the page's row in the table of its kind, as JSON. A hyphen parts words, or “COVID-19” would be “covid” and “-19”.
KEEP = """
CREATE FUNCTION spine_keep_page_text(page integer, kept jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO spine_pagetext (page_id, text, words, vector)
    SELECT page, concat_ws(E'\\n', summary, body),
           ARRAY(SELECT DISTINCT word
                   FROM regexp_split_to_table(lower(unaccent(concat_ws(' ', summary, body))), '[^[:alnum:]]+') AS word
                  WHERE length(word) BETWEEN 2 AND 40),
           setweight(to_tsvector('english', unaccent(replace(summary, '-', ' '))), 'C')
           || setweight(to_tsvector('english', unaccent(replace(body, '-', ' '))), 'D')
      FROM (SELECT COALESCE(kept ->> 'summary', '') AS summary,
                   concat_ws(E'\\n', kept ->> 'heading', spine_plain_text(kept -> 'steps'),
                             spine_plain_text(kept -> 'body')) AS body) AS texts
    ON CONFLICT (page_id) DO UPDATE SET text = EXCLUDED.text, words = EXCLUDED.words, vector = EXCLUDED.vector
$$;
CREATE FUNCTION spine_keep_page_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM spine_keep_page_text(NEW.page_ptr_id, to_jsonb(NEW));
    RETURN NULL;
END
$$;
"""

TRIGGERS = "".join(
    f"""
CREATE TRIGGER spine_page_text AFTER INSERT OR UPDATE ON spine_{model}
    FOR EACH ROW EXECUTE FUNCTION spine_keep_page_text();
SELECT spine_keep_page_text(page_ptr_id, to_jsonb(page)) FROM spine_{model} AS page;
"""
    for model in PAGE_MODELS
)

UNDO = """
DROP FUNCTION spine_keep_page_text() CASCADE;
DROP FUNCTION spine_keep_page_text(integer, jsonb);
DROP FUNCTION spine_plain_text;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("physicians", "0002_search_extensions"),  # unaccent(), similarity(), levenshtein()
        ("spine", "0003_four_eyes_triggers"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="PageText",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "text",
                    models.TextField(help_text="The summary, then each text of the blocks on a line of its own."),
                ),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        help_text="Each word once, in lower case and without accents.",
                        size=None,
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={"verbose_name": "text of a page", "verbose_name_plural": "texts of pages"},
        ),
        migrations.RunSQL([PLAIN_TEXT, KEEP, TRIGGERS], UNDO),
    ]
