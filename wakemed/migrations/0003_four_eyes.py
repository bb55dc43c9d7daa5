"""Four eyes on the wording of the request flow and on danger phrases: spine's guard on tables that spine doesn't know."""

from django.db import migrations

from spine.four_eyes.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0002_initial"),
        ("spine", "0002_four_eyes"),
        ("appointments", "0001_initial"),
        ("physicians", "0002_initial"),
    ]

    operations = [guard_page("appointments", "RequestWording"), guard_page("physicians", "DangerPhrase")]
