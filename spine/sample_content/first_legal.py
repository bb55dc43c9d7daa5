"""The pages that the law requires, as samples. Each says at its top that counsel hasn't checked it."""

from spine.models import HomePage, LegalPage

from . import accessibility, nondiscrimination, privacy_practices, website_privacy
from .first_pages import add_page


def load(home: HomePage) -> None:
    """Create the four pages."""
    for text in (privacy_practices, nondiscrimination, accessibility, website_privacy):
        add_page(
            home,
            LegalPage(
                title=text.TITLE,
                slug=text.SLUG,
                search_description=text.DESCRIPTION,
                summary=text.SUMMARY,
                body=text.BODY,
            ),
        )
