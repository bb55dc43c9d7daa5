"""The fields that are facets reach the search through one function, made from the declared facets."""

from django.db import migrations

from physicians.database_code import load_sql

# After each `migrate`, physicians/services/facet_lexemes.py replaces it by what the facets declare.
UNTIL_THE_END_OF_MIGRATE = """
CREATE OR REPLACE FUNCTION physicians_facet_lexemes(who jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $facets$SELECT '{}'::text[]$facets$
"""


class Migration(migrations.Migration):
    dependencies = [("physicians", "0006_sql_files")]

    operations = [
        migrations.RenameField("physiciandocument", "marks", "lexemes"),
        migrations.RunSQL(UNTIL_THE_END_OF_MIGRATE, migrations.RunSQL.noop),
        load_sql(
            "physicians",
            keep_physician="a5e17913",
            refresh="453bc0e8",
        ),
    ]
