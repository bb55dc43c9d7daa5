"""The tabs above the queue. Each answers one question of the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest
from appointments.workflow import CLOCK_RUNS, Status


class QueueTab(admin.SimpleListFilter):
    """One tab of the queue; New is open when none is chosen."""

    title = _("queue")
    parameter_name = "tab"
    default = "new"

    def tab_conditions(self, request: HttpRequest) -> dict[str, Q]:
        """Return what each tab holds."""
        return {
            # Also what a colleague gave back, and what a patient wants after all: nobody works on it.
            "new": Q(status=Status.SUBMITTED) | Q(status=Status.IN_REVIEW, claimed_by=None),
            "mine": Q(claimed_by=request.user.pk) & ~Q(status=Status.CLOSED),
            "waiting": Q(status=Status.WAITING_ON_PATIENT),
            "offered": Q(status=Status.OFFERED),
            "overdue": Q(status__in=CLOCK_RUNS, answer_by__lt=timezone.localdate()),
            "all": Q(),
        }

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the tabs in the order of the day."""
        return [
            ("new", _("New")),
            ("mine", _("Mine")),
            ("waiting", _("Waiting on patient")),
            ("offered", _("Offered")),
            ("overdue", _("Overdue")),
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
                "is_alarming": name == "overdue" and counts[name] > 0,
            }
            for name, label in self.lookup_choices
        ]
