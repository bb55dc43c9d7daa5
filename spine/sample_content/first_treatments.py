"""The list of treatments and the pages about the two kinds of surgery."""

from spine.models import HomePage, TreatmentIndexPage, TreatmentPage

from . import decompression, en_bloc
from .first_conditions import tumors_of_the_spine
from .first_pages import add_page


def load(home: HomePage) -> list[TreatmentPage]:
    """Create the list and both pages; return the pages in the order a condition's page shows them."""
    index = add_page(
        home,
        TreatmentIndexPage(
            title="Treatments",
            slug="treatments",
            show_in_menus=True,
            search_description="Surgery for tumors of the spine in plain words: what it is and what to expect.",
            summary="What can be done about a tumor of the spine, and what each kind of surgery is like.",
        ),
    )
    condition = tumors_of_the_spine()
    return [add_page(index, text.page(condition)) for text in (en_bloc, decompression)]
