"""Load the functions and triggers from their files, and guard every page kind and notice by one call."""

from django.db import migrations

from physicians.database_code import load_sql
from spine.guard_page import guard_page


class Migration(migrations.Migration):
    dependencies = [("spine", "0007_no_way_around")]

    operations = [
        load_sql(
            "spine",
            approved_content="273af649",
            check_approval="3a4c7caf",
            check_live_page="b5670640",
            check_live_snippet="00410886",
            content_hash="272519de",
            is_on_live_page="9fbe8472",
            keep_file="a7edf3c1",
            keep_on_live_page="062f80f3",
            keep_page_text="9ca247f7",
            plain_text="3a994f11",
            record_change="20b64de6",
            require_same="6d4cab7b",
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
