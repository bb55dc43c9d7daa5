"""The first content: real texts for every page of the service line, ready for editors to take over."""

from django.utils.translation import override

from . import conditions, home, information, legal, notices, treatments


def load() -> None:
    """Create the pages and notices that do not exist yet; what exists is left as it is."""
    with override("en"):
        home_page = home.load()
        treatment_pages = treatments.load(home_page)
        conditions.load(home_page, treatment_pages)
        information.load(home_page)
        legal.load(home_page)
        notices.load()
