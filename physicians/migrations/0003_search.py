"""What keeps the tables of the directory's search, and the indexes that Django can't declare."""

from django.db import migrations

from physicians.database_code import load_sql

INDEXES = """
-- In the order of the list: physicians without a free time come last, and a page can begin after any of them.
CREATE INDEX physician_document_free ON physicians_physiciandocument
    (coalesce(next_free_at, 'infinity'), sort_name, physician_id);
-- “Syatika” is four letters away from “sciatica” and sounds the same. There are too many names for that.
CREATE INDEX search_word_sound ON physicians_searchword (dmetaphone(word)) WHERE terms > 0;
-- “Sean” sounds as “Shawn” does, and “voychik” is how Americans write Wójcik when they hear it.
CREATE INDEX search_name_sound ON physicians_searchword (dmetaphone(word)) WHERE names > 0;
CREATE INDEX search_name_heard ON physicians_searchword (dmetaphone(physicians_heard(word))) WHERE names > 0;
"""

# The fields that are facets reach the search through one function, made from the declared facets. After each `migrate`
# physicians/services/facet_lexemes.py replaces this by what they declare.
UNTIL_THE_END_OF_MIGRATE = """
CREATE OR REPLACE FUNCTION physicians_facet_lexemes(who jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $facets$SELECT '{}'::text[]$facets$
"""


class Migration(migrations.Migration):
    dependencies = [("physicians", "0002_initial")]

    operations = [
        migrations.RunSQL([UNTIL_THE_END_OF_MIGRATE], "DROP FUNCTION physicians_facet_lexemes(jsonb)"),
        load_sql(
            "physicians",
            add_or_remove_physician="7487d69b",
            count_words="5594a1fd",
            heard="bc40ca25",
            keep_link="fb699f46",
            keep_next_free="446c6667",
            keep_physician="21f84bf6",
            keep_terms="38b7d66e",
            look_up="4fb07cc8",
            name_words="f912d120",
            namesakes="1981a691",
            people_called="b3ca17b5",
            plain="b5deabaa",
            refresh="6e419d4e",
            set_terms="9d2c978f",
            similar_words="bb3d2fe0",
            stems="572186f9",
            words="0e68e00c",
        ),
        migrations.RunSQL(
            [INDEXES],
            "DROP INDEX physician_document_free, search_word_sound, search_name_sound, search_name_heard",
        ),
    ]
