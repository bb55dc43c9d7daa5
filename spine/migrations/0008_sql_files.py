"""Load the functions and triggers from their files, and guard every page kind and notice by one call."""

from django.db import migrations

from physicians.database_code import load_sql
from spine.four_eyes.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [("spine", "0007_no_way_around")]

    operations = [
        load_sql(
            "spine",
            approved_content="30ea45b0",
            check_approval="658da0c3",
            check_live_page="08dc258d",
            check_live_snippet="d4219ad8",
            content_hash="e32a2db0",
            is_on_live_page="eb72db17",
            keep_file="9bad41d9",
            keep_on_live_page="16c68e00",
            keep_page_text="20e34519",
            plain_text="3dda1d5e",
            record_change="6812281d",
            require_same="dd7b4c06",
        ),
        guard_page("spine", "HomePage"),
        guard_page("spine", "ConditionIndexPage"),
        guard_page("spine", "ConditionPage"),
        guard_page("spine", "TreatmentIndexPage"),
        guard_page("spine", "TreatmentPage"),
        guard_page("spine", "InformationPage"),
        guard_page("spine", "LegalPage"),
        guard_page("spine", "Notice"),
    ]
