"""What a physician is called every day, and was called before; the search finds both."""

from django.db import migrations, models

from physicians.database_code import load_sql

# “Sean” sounds as “Shawn” does.
SOUND = "CREATE INDEX search_name_sound ON physicians_searchword (dmetaphone(word)) WHERE names > 0"
REFRESH = "SELECT physicians_refresh(ARRAY(SELECT id FROM physicians_physician))"


class Migration(migrations.Migration):
    dependencies = [("physicians", "0004_location_help_text")]

    operations = [
        migrations.AddField(
            model_name="physician",
            name="known_as",
            field=models.CharField(
                blank=True,
                default="",
                help_text="The first name that patients hear every day, if it is another one: “Mike”.",
                max_length=80,
                verbose_name="known as",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="physician",
            name="former_name",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Patients who search for it find this profile. It is shown only to them.",
                max_length=80,
                verbose_name="former last name",
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(
            ["DROP FUNCTION IF EXISTS physicians_name_words(text, text)"],
            migrations.RunSQL.noop,
        ),
        load_sql("physicians", name_words="f912d120", refresh="6e419d4e", keep_physician="21f84bf6", similar_words="bb3d2fe0"),
        migrations.RunSQL([SOUND], "DROP INDEX search_name_sound"),
        migrations.RunSQL([REFRESH], migrations.RunSQL.noop),
    ]
