"""A change of content remembers its words: what was undone makes no one an author."""

from django.db import migrations, models

from physicians.database_code import load_sql


class Migration(migrations.Migration):
    dependencies = [("spine", "0002_four_eyes")]

    operations = [
        migrations.AddField(
            model_name="contentchange",
            name="words",
            field=models.CharField(editable=False, max_length=64, null=True),
        ),
        load_sql("spine", authors="39b937c6", check_approval="f17da87f", record_change="ba23d03c", words_hash="5ce66811"),
    ]
