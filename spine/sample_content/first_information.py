"""Visiting and COVID-19."""

from spine.models import HomePage, InformationPage

from . import covid_19, visitors
from .first_pages import add_page


def load(home: HomePage) -> None:
    """Create both pages."""
    for text in (visitors, covid_19):
        add_page(
            home,
            InformationPage(
                title=text.TITLE,
                slug=text.SLUG,
                show_in_menus=True,
                search_description=text.DESCRIPTION,
                summary=text.SUMMARY,
                body=text.BODY,
            ),
        )
