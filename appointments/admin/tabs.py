"""The tabs above the queue. Each answers one question of the desk."""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, DateField, DateTimeField, F, Func, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB as LEFT
from appointments.calendar.departed_physicians import booked, departed, waiting
from appointments.models import Appointment, AppointmentRequest, NurseReview
from appointments.workflow import CLOCK_RUNS, Status

VISITS = "visits"
ALARMING = ("overdue", LEFT)
DAY = datetime.timedelta(days=1)


def _on_the_clock_of_its_place(moment: Any) -> Cast:
    """Return the day that a moment belongs to where the visit is."""
    local = Func(F("time_zone"), moment, function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())


def todays_visits(now: datetime.datetime) -> QuerySet[Appointment]:
    """Return the visits that stand on this day, by the clock of each place."""
    near = Appointment.objects.standing().filter(period__startswith__range=(now - DAY, now + DAY))
    today = _on_the_clock_of_its_place(Value(now, DateTimeField()))
    return near.annotate(day=_on_the_clock_of_its_place(F("period__startswith"))).filter(day=today)


def not_recorded() -> QuerySet[Appointment]:
    """Return the visits that the health record does not know, or not as they are now."""
    unknown = Q(visit_number="") | Q(recorded_sequence=None) | ~Q(recorded_sequence=F("sequence"))
    return Appointment.objects.standing().filter(unknown)


def _having(visits: QuerySet[Appointment]) -> Q:
    return Q(pk__in=Subquery(visits.order_by().values("request")))


class QueueTab(admin.SimpleListFilter):
    """One tab of the queue; New is open when none is chosen."""

    title = _("queue")
    parameter_name = "tab"
    default = "new"

    def tab_conditions(self, request: HttpRequest) -> dict[str, Q]:
        """Return what each tab holds."""
        now, today, is_open = timezone.now(), timezone.localdate(), ~Q(status=Status.CLOSED)
        return {
            # Also what a colleague gave back, and what a patient wants after all: nobody works on it.
            "new": Q(status=Status.SUBMITTED) | Q(status=Status.IN_REVIEW, claimed_by=None),
            "mine": Q(claimed_by=request.user.pk) & is_open,
            "nurse": Q(nurse_review=NurseReview.NEEDED) & is_open,
            "waiting": Q(status=Status.WAITING_ON_PATIENT),
            "waitlist": Q(status=Status.WAITLISTED),
            "offered": Q(status=Status.OFFERED),
            "today": Q(next_contact_on__lte=today) & is_open,
            "overdue": Q(status__in=CLOCK_RUNS, answer_by__lt=today),
            VISITS: _having(todays_visits(now)),
            "unrecorded": _having(not_recorded()),
            LEFT: booked(departed(), now) | waiting(departed(), now),
            "all": Q(),
        }

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the tabs in the order of the day."""
        return [
            ("new", _("New")),
            ("mine", _("Mine")),
            ("nurse", _("Nurse review")),
            ("waiting", _("Waiting on patient")),
            ("offered", _("Offered")),
            ("today", _("Call today")),
            ("waitlist", _("Waitlist")),
            ("overdue", _("Overdue")),
            (VISITS, _("Today's visits")),
            ("unrecorded", _("Not yet in the health record")),
            (LEFT, _("Doctors who left")),
            ("all", _("All")),
        ]

    def chosen(self) -> str:
        """Return the open tab; an unknown one counts as none."""
        value = self.value()
        return value if value in dict(self.lookup_choices) else self.default

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what the open tab holds. A search looks in all of them."""
        if request.GET.get("q"):
            return queryset
        return queryset.filter(self.tab_conditions(request)[self.chosen()])

    def tabs(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return name, address, count and whether it is open, for the template: one query for all."""
        conditions = self.tab_conditions(request)
        counts = AppointmentRequest.objects.aggregate(
            **{name: Count("pk", filter=condition) for name, condition in conditions.items()}
        )
        searching = bool(request.GET.get("q"))
        return [
            {
                "label": label,
                "query": f"?tab={name}",
                "count": counts[name],
                "is_open": not searching and name == self.chosen(),
                "is_alarming": name in ALARMING and counts[name] > 0,
            }
            for name, label in self.lookup_choices
        ]


def open_tab(request: HttpRequest) -> str:
    """Return the name of the tab as the address has it; empty for a search, which looks in all of them."""
    return "" if request.GET.get("q") else request.GET.get(QueueTab.parameter_name, "")
