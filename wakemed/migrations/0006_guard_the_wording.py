"""Guard the wording of the request flow by the same call as every page."""

from django.db import migrations

from spine.four_eyes.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0005_no_moderators"),
        ("spine", "0008_sql_files"),
        ("appointments", "0006_departure_mail"),
    ]

    operations = [guard_page("appointments", "RequestWording")]
