"""The tabs above the queue. Each answers one question of the desk, and is one entry of TABS."""

import dataclasses
import datetime
from collections.abc import Callable, Collection
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB as LEFT
from appointments.calendar.doctor_away import TAB as AWAY
from appointments.mail.desk_numbers import NO_OUTCOME
from appointments.models import AppointmentRequest, NurseReview
from appointments.models.request_order import OLDEST, OPEN, PRESSING, UNCLAIMED
from appointments.workflow import CLOCK_RUNS, Status

from .away_tab import requests_without_doctor, soonest_absences, soonest_without_doctor
from .bounded_counts import MOST_COUNTED, bounded_counts, count_in_words
from .calls_tab import calls_in_order, patients_to_call, with_calls
from .departed_tab import doctors_who_left, soonest_first, waiting_requests, with_times
from .filters import QueueFilter, filter_query, narrowed
from .queue_pages import after
from .row_keys import is_a_key
from .visits_tab import showing, todays_visits, unrecorded_visits, visits_without_outcome

EVERYTHING = Q()
TO_DO = OPEN & ~Q(status=Status.BOOKED)  # a booked visit needs no one before its day


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
        keys: instead of `holds`, returns the keys of its requests; `in_order` puts them in order.
        visits: instead of `holds`, returns the visits or offered times whose requests it holds, the soonest first.
        needs_acting: whether its requests wait for us. If not, it is under “More”, as an alarming one is while empty.
        is_alarming: whether it stands out while it holds any.
        columns: names of methods of QueueCells.
        prepared: gives its requests what its columns need.
        newest_first: lists open requests, then the newest, instead of the most pressing first.
        in_order: returns the keys of its first requests in an order of their own.
        above_the_list: returns what the template shows above its requests.
    """

    name: str
    label: Any
    holds: Q | Callable[[Viewer], Q] = EVERYTHING
    keys: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    visits: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    needs_acting: bool = True
    is_alarming: bool = False
    columns: tuple[str, ...] = ("reference_link", "patient", "about", "doctor", "due", "state")
    prepared: Callable[[QuerySet[Any], datetime.datetime], QuerySet[Any]] | None = None
    newest_first: bool = False
    in_order: Callable[[datetime.datetime], list[int]] | None = None
    above_the_list: Callable[[datetime.datetime], dict[str, Any]] | None = None

    def condition(self, viewer: Viewer) -> Q:
        """Return the condition on what the viewer finds in it."""
        if self.keys or self.visits:
            return Q(pk__in=self.request_keys(viewer))
        return self.holds if isinstance(self.holds, Q) else self.holds(viewer)

    def request_keys(self, viewer: Viewer, filters: Collection[QueueFilter] = ()) -> QuerySet[Any]:
        """Return the keys of its requests that fit the filters, to be counted."""
        if self.keys and not filters:
            return self.keys(viewer.now)
        if self.visits and not filters:
            return self.visits(viewer.now).order_by().values("request")
        requests = AppointmentRequest.objects.filter(self.condition(viewer))
        return narrowed(requests, filters).order_by().values("pk")

    def ordered_keys(self, viewer: Viewer) -> list[int] | None:
        """Return the keys of its first requests in order, if that isn't an order of the requests themselves."""
        if self.visits:
            soonest = self.visits(viewer.now).order_by("period__startswith", "request")
            found = soonest.values_list("request", flat=True)[: 3 * MOST_COUNTED + 1]
            return list(dict.fromkeys(found))
        return self.in_order(viewer.now) if self.in_order else None


# In the order of the row above the queue; the first is open if none is chosen.
TABS = [
    Tab(name="new", label=_("New"), holds=UNCLAIMED),
    Tab(
        name=AWAY,
        label=_("Doctor away"),
        keys=requests_without_doctor,
        in_order=soonest_absences,
        is_alarming=True,
        columns=("reference_link", "away", "patient", "about", "state"),
        prepared=soonest_without_doctor,
    ),
    Tab(name="mine", label=_("Mine"), holds=lambda viewer: TO_DO & Q(claimed_by=viewer.staff_id)),
    Tab(name="nurse", label=_("Nurse review"), holds=OPEN & Q(nurse_review=NurseReview.NEEDED)),
    Tab(name="waiting", label=_("Waiting on patient"), holds=Q(status=Status.WAITING_ON_PATIENT), needs_acting=False),
    Tab(name="offered", label=_("Offered"), holds=Q(status=Status.OFFERED), needs_acting=False),
    Tab(
        name="call",
        label=_("Call"),
        keys=patients_to_call,
        in_order=calls_in_order,
        columns=("reference_link", "patient", "call", "about", "state"),
        prepared=with_calls,
    ),
    Tab(name="waitlist", label=_("Waitlist"), holds=Q(status=Status.WAITLISTED), needs_acting=False),
    Tab(
        name="overdue",
        label=_("Overdue"),
        holds=lambda viewer: Q(status__in=CLOCK_RUNS, answer_by__lt=viewer.today),
        is_alarming=True,
    ),
    Tab(
        name="visits",
        label=_("Today's visits"),
        visits=todays_visits,
        columns=("reference_link", "visit", "patient", "about", "state"),
        prepared=showing(todays_visits),
    ),
    Tab(
        name=NO_OUTCOME,
        label=_("No outcome yet"),
        visits=visits_without_outcome,
        is_alarming=True,
        columns=("reference_link", "visit", "patient", "about", "state"),
        prepared=showing(visits_without_outcome),
    ),
    Tab(
        name="unrecorded",
        label=_("Not in health record"),
        visits=unrecorded_visits,
        columns=("reference_link", "visit", "patient", "about", "state"),
        prepared=showing(unrecorded_visits),
    ),
    Tab(
        name=LEFT,
        label=_("Doctors who left"),
        keys=waiting_requests,
        in_order=soonest_first,
        is_alarming=True,
        columns=("reference_link", "left", "patient", "about", "state"),
        prepared=with_times,
        above_the_list=lambda now: {"who_left": doctors_who_left(now)},
    ),
    Tab(name="all", label=_("All"), newest_first=True, needs_acting=False),
]


class QueueTab(admin.SimpleListFilter):
    """Keeps what the open tab holds."""

    title = _("queue")
    parameter_name = "tab"
    after_name = "after"  # the key of the request behind which the list begins

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        if self.after_name in params:
            self.used_parameters[self.after_name] = params.pop(self.after_name)[-1]

    def expected_parameters(self) -> list[str | None]:
        """Return the parameters that links to other pages keep."""
        return [self.parameter_name, self.after_name]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the tabs, as Django wants them."""
        return [(tab.name, tab.label) for tab in TABS]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        """Keep what the open tab holds."""
        tab, viewer, behind = open_tab(request), viewer_of(request), begins_after(request)
        keys = tab.ordered_keys(viewer)
        if keys is not None:
            return queryset.in_given_order(keys)
        held = queryset.filter(tab.condition(viewer))
        if behind is None:
            return held
        return after(held, behind, OLDEST if tab.newest_first else PRESSING, backward=tab.newest_first)


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who looks, now."""
    return Viewer(staff_id=request.user.pk, now=timezone.now())


def open_tab(request: HttpRequest) -> Tab:
    """Return the tab that the address names: “All” for a search, and the first for a name that no tab has."""
    name = "all" if request.GET.get("q") else request.GET.get(QueueTab.parameter_name)
    return next((tab for tab in TABS if tab.name == name), TABS[0])


def begins_after(request: HttpRequest) -> int | None:
    """Return the key of the request behind which the list begins, None for its beginning."""
    tab, key = open_tab(request), request.GET.get(QueueTab.after_name, "")
    return int(key) if is_a_key(key) and not (tab.visits or tab.in_order or request.GET.get("q")) else None


def tab_counts(viewer: Viewer, filters: Collection[QueueFilter] = ()) -> dict[str, int]:
    """Return how many requests of each tab fit the filters, in one statement; more than MOST_COUNTED is one more."""
    return bounded_counts({tab.name: tab.request_keys(viewer, filters) for tab in TABS})


def tab_row(request: HttpRequest, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Return label, address and count of each tab, and whether it is open. A search has none open.

    The addresses keep the filters.
    """
    opened = None if request.GET.get("q") else open_tab(request)
    kept = filter_query(request.GET)
    return [
        {
            "label": tab.label,
            "query": f"?{QueueTab.parameter_name}={tab.name}" + (f"&{kept}" if kept else ""),
            "count": count_in_words(counts[tab.name]),
            "is_open": tab is opened,
            "needs_acting": tab.needs_acting,
            "is_in_row": tab is opened or (tab.needs_acting and bool(counts[tab.name] or not tab.is_alarming)),
            "is_alarming": tab.is_alarming and counts[tab.name] > 0,
        }
        for tab in TABS
    ]
