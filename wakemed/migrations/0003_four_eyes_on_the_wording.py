"""Four eyes on the wording of the request flow: spine's guard on a table that spine doesn't know."""

from django.db import migrations

from spine.four_eyes.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0002_user_physician"),
        ("spine", "0002_four_eyes"),
        ("appointments", "0001_initial"),
    ]

    operations = [guard_page("appointments", "RequestWording")]
