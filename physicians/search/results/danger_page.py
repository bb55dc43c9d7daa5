"""The page of a search that needs help before any doctor."""

from physicians.danger import Danger
from physicians.search.parse.zip_codes import DISTANCES, USUAL_DISTANCE

from .directory_page import DirectoryPage, Pagination


def show_danger(text: str, danger: Danger) -> DirectoryPage:
    """Return a page with the cards and the typed words; it has no doctors, and corrects nothing."""
    return DirectoryPage(
        text=text,
        zip_code="",
        within=USUAL_DISTANCE,
        answers=[],
        notes=[],
        corrected="",
        as_typed="",
        tags=[],
        without_tags="?",
        count=0,
        more=False,
        facets=[],
        orders=[],
        cards=[],
        pagination=Pagination(1, None, None),
        ways_out=[],
        canonical=False,
        danger=danger,
        distances=DISTANCES,
    )
