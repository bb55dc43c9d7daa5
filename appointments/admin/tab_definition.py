"""What a tab of the queue is, and who looks at it."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from appointments.models import AppointmentRequest

EVERYTHING = Q()


@dataclasses.dataclass(frozen=True)
class Viewer:
    """Who looks at the queue, and when."""

    staff_id: int | None
    now: datetime.datetime

    @property
    def today(self) -> datetime.date:
        """Return the day on the hospital's clock."""
        return timezone.localdate(self.now)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Tab:
    """One tab of the queue.

    Attributes:
        name: its name in the address, `?tab=name`.
        label: what staff read on it; the number of its requests follows.
        holds: the condition on the requests that it holds, or a function that returns it for a viewer.
        keys: instead of `holds`, returns the keys of its requests.
        visits: instead of `holds`, returns the visits or offered times whose requests it holds, the soonest first.
        closed_keys: returns the keys of the closed requests among those of `keys`; without it there are none.
        needs_acting: whether its requests wait for us. If not, it is under “More”, as an alarming one is while empty,
            and below the others at home.
        is_alarming: whether it stands out while it holds any.
        alarming: the condition on those of its requests that make it stand out, if not all do.
        columns: names of methods of QueueCells.
        prepared: gives its requests what its columns need.
        newest_first: lists open requests, then the newest, instead of the most pressing first.
        in_order: returns the keys of so many first requests in an order of their own, if `keys` have one.
        flags_duplicates: marks requests that another open request may repeat, with one more statement.
        above_the_list: returns what the template shows above its requests.
    """

    name: str
    label: Any
    holds: Q | Callable[[Viewer], Q] = EVERYTHING
    keys: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    visits: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    closed_keys: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    needs_acting: bool = True
    is_alarming: bool = False
    alarming: Q | None = None
    columns: tuple[str, ...] = ("reference_link", "patient", "about", "doctor", "due", "state")
    prepared: Callable[[QuerySet[Any], datetime.datetime], QuerySet[Any]] | None = None
    newest_first: bool = False
    in_order: Callable[[datetime.datetime, int], list[int]] | None = None
    flags_duplicates: bool = False
    above_the_list: Callable[[datetime.datetime], dict[str, Any]] | None = None

    @property
    def holds_everything(self) -> bool:
        """Return True if it leaves no request out."""
        return self.holds is EVERYTHING and self.keys is None and self.visits is None

    def condition(self, viewer: Viewer) -> Q:
        """Return the condition on what the viewer finds in it."""
        if self.keys or self.visits:
            return Q(pk__in=self.request_keys(viewer))
        return self.holds if isinstance(self.holds, Q) else self.holds(viewer)

    def request_keys(self, viewer: Viewer) -> QuerySet[Any]:
        """Return the keys of its requests, to be counted."""
        if self.keys:
            return self.keys(viewer.now)
        if self.visits:
            return self.visits(viewer.now).order_by().values("request")
        return AppointmentRequest.objects.filter(self.condition(viewer)).values("pk")

    def ordered_keys(self, viewer: Viewer, most: int) -> list[int] | None:
        """Return the keys of its first requests in order, if the requests themselves aren't to be put in order."""
        if self.visits:
            soonest = self.visits(viewer.now).order_by("period__startswith", "request")
            found = soonest.values_list("request", flat=True)[: 3 * most]
            return list(dict.fromkeys(found))[:most]
        if self.in_order:
            return self.in_order(viewer.now, most)
        return _most_pressing(self.keys(viewer.now), most) if self.keys else None


def _most_pressing(found: QuerySet[Any], most: int) -> list[int]:
    """Put keys in order before a page of them is read: what its columns need takes long for all of them."""
    keys = [key for row in found[: 3 * most] for key in row.values()]
    requests = AppointmentRequest.objects.filter(pk__in=keys).most_pressing_first()
    return list(requests.values_list("pk", flat=True)[:most])
