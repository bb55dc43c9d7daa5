"""The tabs above the queue. Each answers one question of the desk, and is one entry of TABS."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB as LEFT
from appointments.calendar.departed_physicians import booked, departed, waiting
from appointments.calendar.doctor_away import TAB as AWAY
from appointments.calendar.doctor_away import visits_without_doctor
from appointments.mail.calls import to_call
from appointments.mail.desk_numbers import NO_OUTCOME
from appointments.models import AppointmentRequest, NurseReview
from appointments.workflow import CLOCK_RUNS, Status

from .away_tab import soonest_without_doctor
from .calls_tab import with_calls
from .departed_tab import doctors_who_left, worklist
from .filters import filter_query, narrowed
from .visits_tab import in_order_of_visit, todays_visits, unrecorded_visits, visits_without_outcome, with_visits

OPEN = ~Q(status=Status.CLOSED)


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
        needs_acting: whether its requests wait for us. If not, it is under “More”, as an alarming one is while empty.
        is_alarming: whether it stands out while it holds any.
        columns: names of methods of QueueCells.
        prepared: gives its requests an order of their own, or what its columns need.
        above_the_list: returns what the template shows above its requests.
    """

    name: str
    label: Any
    holds: Q | Callable[[Viewer], Q]
    needs_acting: bool = True
    is_alarming: bool = False
    columns: tuple[str, ...] = ("reference_link", "patient", "about", "doctor", "due", "state")
    prepared: Callable[[QuerySet[Any], datetime.datetime], QuerySet[Any]] | None = None
    above_the_list: Callable[[datetime.datetime], dict[str, Any]] | None = None

    def condition(self, viewer: Viewer) -> Q:
        """Return the condition on what the viewer finds in it."""
        return self.holds if isinstance(self.holds, Q) else self.holds(viewer)


# In the order of the row above the queue; the first is open if none is chosen.
TABS = [
    # Also what a colleague released, and what a patient wants after all: no one works on it.
    Tab(name="new", label=_("New"), holds=Q(status=Status.SUBMITTED) | Q(status=Status.IN_REVIEW, claimed_by=None)),
    Tab(
        name=AWAY,
        label=_("Doctor away"),
        holds=lambda viewer: with_visits(visits_without_doctor(viewer.now)),
        is_alarming=True,
        columns=("reference_link", "away", "patient", "about", "state"),
        prepared=soonest_without_doctor,
    ),
    Tab(name="mine", label=_("Mine"), holds=lambda viewer: OPEN & Q(claimed_by=viewer.staff_id)),
    Tab(name="nurse", label=_("Nurse review"), holds=OPEN & Q(nurse_review=NurseReview.NEEDED)),
    Tab(name="waiting", label=_("Waiting on patient"), holds=Q(status=Status.WAITING_ON_PATIENT), needs_acting=False),
    Tab(name="offered", label=_("Offered"), holds=Q(status=Status.OFFERED), needs_acting=False),
    Tab(
        name="call",
        label=_("Call"),
        holds=lambda viewer: to_call(viewer.today),
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
        holds=lambda viewer: with_visits(todays_visits(viewer.now)),
        columns=("reference_link", "visit", "patient", "about", "state"),
        prepared=in_order_of_visit(todays_visits),
    ),
    Tab(
        name=NO_OUTCOME,
        label=_("No outcome yet"),
        holds=lambda viewer: with_visits(visits_without_outcome(viewer.now)),
        is_alarming=True,
        columns=("reference_link", "visit", "patient", "about", "state"),
        prepared=in_order_of_visit(visits_without_outcome),
    ),
    Tab(name="unrecorded", label=_("Not in health record"), holds=with_visits(unrecorded_visits())),
    Tab(
        name=LEFT,
        label=_("Doctors who left"),
        holds=lambda viewer: booked(departed(), viewer.now) | waiting(departed(), viewer.now),
        is_alarming=True,
        columns=("reference_link", "left", "patient", "about", "state"),
        prepared=worklist,
        above_the_list=lambda now: {"who_left": doctors_who_left(now)},
    ),
    Tab(name="all", label=_("All"), holds=Q(), needs_acting=False),
]


class QueueTab(admin.SimpleListFilter):
    """Keeps what the open tab holds."""

    title = _("queue")
    parameter_name = "tab"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the tabs, as Django wants them."""
        return [(tab.name, tab.label) for tab in TABS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what the open tab holds."""
        return queryset.filter(open_tab(request).condition(viewer_of(request)))


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who looks, now."""
    return Viewer(staff_id=request.user.pk, now=timezone.now())


def open_tab(request: HttpRequest) -> Tab:
    """Return the tab that the address names: “All” for a search, and the first for a name that no tab has."""
    name = "all" if request.GET.get("q") else request.GET.get(QueueTab.parameter_name)
    return next((tab for tab in TABS if tab.name == name), TABS[0])


def tab_row(request: HttpRequest, filters: Iterable[Any] = ()) -> list[dict[str, Any]]:
    """Return label, address and count of each tab, and whether it is open, in one query. A search has none open.

    The counts are of what fits the filters, and the addresses keep these.
    """
    viewer, opened = viewer_of(request), None if request.GET.get("q") else open_tab(request)
    counts = narrowed(AppointmentRequest.objects.all(), filters).aggregate(
        **{tab.name: Count("pk", filter=tab.condition(viewer)) for tab in TABS}
    )
    kept = filter_query(request.GET)
    return [
        {
            "label": tab.label,
            "query": f"?{QueueTab.parameter_name}={tab.name}" + (f"&{kept}" if kept else ""),
            "count": counts[tab.name],
            "is_open": tab is opened,
            "needs_acting": tab.needs_acting,
            "is_in_row": tab is opened or (tab.needs_acting and bool(counts[tab.name] or not tab.is_alarming)),
            "is_alarming": tab.is_alarming and counts[tab.name] > 0,
        }
        for tab in TABS
    ]
