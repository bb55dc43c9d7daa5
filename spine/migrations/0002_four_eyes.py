"""Four eyes in the database (docs/decisions/0008), files that are kept, and the words of each page for the search."""

from django.db import migrations

from physicians.database_code import load_sql
from spine.four_eyes.guard_page import guard_page

# A redirect to another site would show patients words that nobody here has approved.
REDIRECTS = """
ALTER TABLE wagtailredirects_redirect ADD CONSTRAINT redirect_stays_here
    CHECK (redirect_link = '' OR redirect_link ~ '^/(?![/\\\\])');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("spine", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        load_sql(
            "spine",
            approved_content="30ea45b0",
            authors="39b937c6",
            check_approval="f17da87f",
            check_live_page="08dc258d",
            check_live_snippet="d4219ad8",
            content_hash="e32a2db0",
            is_on_live_page="eb72db17",
            keep_file="9bad41d9",
            keep_on_live_page="16c68e00",
            keep_page_text="20e34519",
            plain_text="3dda1d5e",
            record_change="ba23d03c",
            require_same="dd7b4c06",
            words_hash="5ce66811",
        ),
        guard_page("spine", "HomePage"),
        guard_page("spine", "ConditionIndexPage"),
        guard_page("spine", "ConditionPage"),
        guard_page("spine", "TreatmentIndexPage"),
        guard_page("spine", "TreatmentPage"),
        guard_page("spine", "InformationPage"),
        guard_page("spine", "LegalPage"),
        guard_page("spine", "Notice"),
        migrations.RunSQL([REDIRECTS], "ALTER TABLE wagtailredirects_redirect DROP CONSTRAINT redirect_stays_here"),
    ]
