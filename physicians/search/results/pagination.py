"""One page of the list, and the links to the others."""

from django.utils.translation import gettext as _

from physicians.search.parse.search_address import Filters
from physicians.search.query.ranked_list import Hit, RankedList
from physicians.search.query.run_plan import Search

from .directory_page import Pagination

PER_PAGE = 10
NUMBERED_PAGES = 10  # beyond them a page begins behind a physician: counting off thousands costs more than it helps

ListPage = tuple[list[Hit], Pagination, list[str]]  # the hits, the links to other pages, what to say about the page


def open_page(search: Search) -> ListPage:
    """Return the page that the address names, or the nearest there is."""
    filters, ranked = search.plan.filters, search.ranked
    if not search.total:
        return [], Pagination(1, None, None), []
    if not filters.after:
        return numbered_page(filters, ranked, search.total)
    cursor = ranked.find(filters.after)
    if cursor is None:
        return first_page(search, _("This place in the list is gone. This is its beginning."))
    hits = ranked.read_page(limit=PER_PAGE + 1, behind=cursor)
    if not hits:
        return first_page(search, _("The list ends there. This is its beginning."))
    onward = filters.address(after=hits[PER_PAGE - 1].slug) if len(hits) > PER_PAGE else ""
    return hits[:PER_PAGE], Pagination(None, None, None, next=onward, start=filters.address()), []


def first_page(search: Search, note: str) -> ListPage:
    """Return a numbered page instead of one behind a physician, and say why."""
    hits, pagination, notes = numbered_page(search.plan.filters, search.ranked, search.total)
    return hits, pagination, [note, *notes]


def numbered_page(filters: Filters, ranked: RankedList, total: int) -> ListPage:
    """Return the page of the number in the address."""
    number, notes = page_number(filters.page, min(NUMBERED_PAGES, -(-total // PER_PAGE)))
    offset = (number - 1) * PER_PAGE
    hits = ranked.read_page(limit=PER_PAGE + 1, offset=offset)
    onward = ""
    if len(hits) > PER_PAGE:
        behind = hits[PER_PAGE - 1].slug
        onward = filters.address(page=number + 1) if number < NUMBERED_PAGES else filters.address(after=behind)
    hits = hits[:PER_PAGE]
    back = filters.address(page=number - 1) if number > 1 else ""
    start = filters.address() if number > 1 else ""
    return hits, Pagination(number, offset + 1, offset + len(hits), previous=back, next=onward, start=start), notes


def page_number(asked: str, last: int) -> tuple[int, list[str]]:
    """Return the page that is asked for, or the nearest one with a number and a sentence about it."""
    if not asked:
        return 1, []
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    if 1 <= number <= last:
        return number, []
    nearest = last if number > last else 1
    return nearest, [_("There is no such page in this list. This is page %(number)s.") % {"number": nearest}]
