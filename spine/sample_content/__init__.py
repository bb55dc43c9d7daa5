"""The first content: real texts for every page of the service line, ready for editors to take over."""

from django.utils.translation import override

from . import (
    first_conditions,
    first_home,
    first_information,
    first_legal,
    first_notices,
    first_treatments,
)


def load() -> None:
    """Create the pages and notices that don't exist yet. Existing ones don't change."""
    with override("en"):
        home_page = first_home.load()
        treatment_pages = first_treatments.load(home_page)
        first_conditions.load(home_page, treatment_pages)
        first_information.load(home_page)
        first_legal.load(home_page)
        first_notices.load()
