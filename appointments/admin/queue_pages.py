"""The pages of the queue: the first thousand requests of a list, and from its last one on the next thousand."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, QuerySet
from django.utils.functional import cached_property

from appointments.models import AppointmentRequest
from appointments.models.request_order import ComesAfter, Order
from appointments.models.request_queries import AppointmentRequestQuerySet

from .bounded_counts import MOST_COUNTED, bounded_counts


class QueuePaginator(Paginator[Any]):
    """Pages of at most MOST_COUNTED requests, in the order of the queryset or in one that was given to it."""

    def __init__(
        self,
        requests: AppointmentRequestQuerySet,
        per_page: int,
        *,
        rows: QuerySet[Any],
        tab_counts: dict[str, int],
        is_narrowed: bool,
    ) -> None:
        """Take the requests of a list, the counts of all tabs, and whether filters leave some requests out.

        `rows` has all requests as a page shows them: where the keys are known, nothing is searched again.
        """
        super().__init__(requests, per_page)
        self.requests, self.rows, self.tab_counts = requests, rows.order_by(), tab_counts
        self.keys = requests.given_order
        if is_narrowed and self.keys is not None:
            left = set(requests.order_by().values_list("pk", flat=True))
            self.keys = [key for key in self.keys if key in left]
        elif is_narrowed:  # the search for what fits is done once, for the number and for the page
            self.keys = list(requests.values_list("pk", flat=True)[: MOST_COUNTED + 1])
        self.known: int | None = None  # how many there are, if they have been counted with the tabs

    @cached_property
    def found(self) -> int:
        """Return how many requests there are; MOST_COUNTED + 1 stands for more."""
        if self.keys is not None:
            return min(len(self.keys), MOST_COUNTED + 1)
        if self.known is not None:
            return self.known
        return bounded_counts({"all": self.requests.order_by().values("pk")})["all"]

    @cached_property
    def count(self) -> int:
        """Return how many requests have a page."""
        return min(self.found, MOST_COUNTED)

    def page(self, number: Any) -> Page[Any]:
        """Return one page; raises InvalidPage."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        until = min(first + self.per_page, self.count)
        if self.keys is None:
            return Page(self.requests[first:until], number, self)
        places = {key: place for place, key in enumerate(self.keys[first:until])}
        rows = self.rows.filter(pk__in=places)
        return Page(sorted(rows, key=lambda row: places[row.pk]), number, self)

    def last_shown(self, page_number: int) -> int | None:
        """Return the key of the thousandth request, behind which the next thousand begin; None on other pages."""
        if self.found <= MOST_COUNTED or page_number < self.num_pages:
            return None
        if self.keys is not None:
            return self.keys[MOST_COUNTED - 1]
        return self.requests.values_list("pk", flat=True)[MOST_COUNTED - 1]


def after(requests: QuerySet[Any], key: int, order: Order, *, backward: bool) -> QuerySet[Any]:
    """Keep what comes behind a request in the order of the list."""
    cases = {f"order_{place}": part for place, part in enumerate(order) if isinstance(part, Case)}
    names = [getattr(part, "name", f"order_{place}") for place, part in enumerate(order)]
    values = AppointmentRequest.objects.filter(pk=key).annotate(**cases).values_list(*names).first()
    return requests.filter(ComesAfter(order, values, backward=backward)) if values else requests


def part_behind(keys: list[int], key: int | None) -> list[int]:
    """Return those behind one of the keys; all of them if it isn't there, or without one."""
    return keys[keys.index(key) + 1 :] if key in keys else keys
