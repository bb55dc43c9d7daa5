"""The pages of the queue: the first thousand requests of a list, and from its last one on the next thousand."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Page, Paginator
from django.db.models import Case, QuerySet
from django.http import HttpRequest
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
        fitting: Iterable[QuerySet[Any]] | None = None,
    ) -> None:
        """Take the requests of a list and the counts of all tabs.

        `rows` has all requests as a page shows them: where the keys are known, nothing is searched again. `fitting`,
        if filters leave some requests out, has what they leave, part after part.
        """
        super().__init__(requests, per_page)
        self.requests, self.rows, self.tab_counts = requests, rows.order_by(), tab_counts
        self.keys = requests.given_order
        if fitting is not None:  # the search for what fits is done once, for the number and for the page
            self.keys = self._keys_of(fitting)
        self.known: int | None = None  # how many there are, if they have been counted with the tabs

    def _keys_of(self, fitting: Iterable[QuerySet[Any]]) -> list[int]:
        if self.keys is not None:
            left = {key for part in fitting for key in part.order_by().values_list("pk", flat=True)}
            return [key for key in self.keys if key in left]
        keys: list[int] = []
        for part in fitting:  # of the closed requests only as many as the open ones leave room for
            if missing := MOST_COUNTED + 1 - len(keys):
                keys += part.values_list("pk", flat=True)[:missing]
        return keys

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


class QueueChangeList(ChangeList):
    """A list whose only page comes from its paginator, too. Django would search for its rows again."""

    def get_results(self, request: HttpRequest) -> None:
        """Take what the list shows from the paginator."""
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list


def after(requests: QuerySet[Any], key: int, order: Order, *, backward: bool) -> QuerySet[Any]:
    """Keep what comes behind a request in the order of the list."""
    cases = {f"order_{place}": part for place, part in enumerate(order) if isinstance(part, Case)}
    names = [getattr(part, "name", f"order_{place}") for place, part in enumerate(order)]
    values = AppointmentRequest.objects.filter(pk=key).annotate(**cases).values_list(*names).first()
    return requests.filter(ComesAfter(order, values, backward=backward)) if values else requests


def part_behind(keys: list[int], key: int | None) -> list[int]:
    """Return those behind one of the keys; all of them if it isn't there, or without one."""
    return keys[keys.index(key) + 1 :] if key in keys else keys
