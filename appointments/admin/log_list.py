"""Lists of what only grows: the latest thousand rows, read and never changed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

from .bounded_counts import MOST_COUNTED, bounded_counts
from .sealed_search import SealedSearchAdmin
from .titled_list import TitledList

MOMENTS = ("at__gte", "at__lt")
FIRST_YEAR, LAST_YEAR = "2000", "2100"


class LatestRows(Paginator[Any]):
    """Pages of the latest thousand rows of what was asked for."""

    @cached_property
    def count(self) -> int:
        """Return how many rows have a page."""
        rows: Any = self.object_list
        return min(bounded_counts({"all": rows.order_by().values("pk")})["all"], MOST_COUNTED)


class LogList(SealedSearchAdmin, TitledList):
    """A list that can be read and not changed; its rows have their time in `at`.

    Attributes:
        kinds: the lookups that the list's own links narrow it by, besides the time.
    """

    list_display_links = None
    paginator = LatestRows
    show_full_result_count = False
    kinds: tuple[str, ...] = ()

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address but those of the list's own links.

        A moment near the ends of the calendar has no time in another zone, and Django fails over it.
        """
        return lookup in self.kinds or (lookup in MOMENTS and FIRST_YEAR <= value[:4] <= LAST_YEAR)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: a log is written by what it's about."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False
