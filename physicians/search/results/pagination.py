"""Turning the pages of the list."""

from django.utils.translation import gettext as _

from physicians.search.parse.search_address import Filters
from physicians.search.query.ranked_list import Hit, Listing

from .directory_page import Turning

NUMBERED_PAGES = 10  # beyond them a page begins behind somebody: counting off thousands costs more than it helps

Turned = tuple[list[Hit], Turning, list[str]]  # who stands on the page, the ways on from it, what to say about it


def turn_to(filters: Filters, listing: Listing, total: int, *, size: int) -> Turned:
    """Return the page of `size` physicians that the address names, or the nearest there is."""
    if not total:
        return [], Turning(1, None, None), []
    if not filters.after:
        return numbered_page(filters, listing, total, size)
    cursor = listing.find(filters.after)
    if cursor is None:
        hits, turning, about = numbered_page(filters, listing, total, size)
        return hits, turning, [_("This place in the list is gone. This is its beginning."), *about]
    hits = listing.read_page(limit=size + 1, behind=cursor)
    if not hits:
        hits, turning, about = numbered_page(filters, listing, total, size)
        return hits, turning, [_("The list ends there. This is its beginning."), *about]
    onward = filters.address(after=hits[size - 1].slug) if len(hits) > size else ""
    return hits[:size], Turning(None, None, None, next=onward, start=filters.address()), []


def numbered_page(filters: Filters, listing: Listing, total: int, size: int) -> Turned:
    """Return the page of that number."""
    number, about = page_number(filters.page, min(NUMBERED_PAGES, -(-total // size)))
    offset = (number - 1) * size
    hits = listing.read_page(limit=size + 1, offset=offset)
    onward = ""
    if len(hits) > size:
        behind = hits[size - 1].slug
        onward = filters.address(page=number + 1) if number < NUMBERED_PAGES else filters.address(after=behind)
    hits = hits[:size]
    back = filters.address(page=number - 1) if number > 1 else ""
    start = filters.address() if number > 1 else ""
    return hits, Turning(number, offset + 1, offset + len(hits), previous=back, next=onward, start=start), about


def page_number(asked: str, last: int) -> tuple[int, list[str]]:
    """Return the page that is asked for, or the nearest with a number and a sentence about it."""
    if not asked:
        return 1, []
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    if 1 <= number <= last:
        return number, []
    nearest = last if number > last else 1
    return nearest, [_("There is no such page in this list. This is page %(number)s.") % {"number": nearest}]
