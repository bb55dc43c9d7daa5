"""Four eyes on danger phrases: spine's guard on a table that spine doesn't know."""

from django.db import migrations

from spine.four_eyes.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0005_schedulers"),
        ("physicians", "0007_danger_phrase_under_four_eyes"),
    ]

    operations = [guard_page("physicians", "DangerPhrase")]
