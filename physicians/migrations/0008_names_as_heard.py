"""Names of other languages are found as Americans write them who hear them: “voychik” for Wójcik."""

from django.db import migrations

from physicians.database_code import load_sql

INDEX = "CREATE INDEX search_name_heard ON physicians_searchword (dmetaphone(physicians_heard(word))) WHERE names > 0"


class Migration(migrations.Migration):
    dependencies = [("physicians", "0007_danger_phrase_under_four_eyes")]

    operations = [
        load_sql("physicians", heard="bc40ca25"),
        migrations.RunSQL([INDEX], "DROP INDEX search_name_heard"),
    ]
