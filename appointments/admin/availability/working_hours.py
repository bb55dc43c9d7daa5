"""The forms of weekly rules and one-off sessions: the hours in which visits may be booked."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from appointments.calendar.affected_visits import visits_without_hours
from appointments.models import AvailabilityRule, ExtraSession

from .asking_first import listing_visits_first
from .hours_admin import HoursAdmin
from .hours_forms import RuleForm, SessionForm


class WorkingHoursAdmin(HoursAdmin):
    """Hours in which visits may be booked: who takes them away is told first which visits are in them."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, after listing the visits."""
        with listing_visits_first(request, visits_without_hours(obj.physician_id)):
            super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, after listing the visits."""
        with listing_visits_first(request, visits_without_hours(obj.physician_id)):
            super().delete_model(request, obj)


@admin.register(AvailabilityRule)
class RuleAdmin(WorkingHoursAdmin):
    """Weekly rules."""

    form = RuleForm

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin today, at the physician's first clinic."""
        physician = self._physician(request, None)
        clinic = physician.locations.filter(live=True).first() if physician else None
        begin = {"effective_from": timezone.localdate(), "location": clinic}
        return {**begin, **super().get_changeform_initial_data(request)}


@admin.register(ExtraSession)
class SessionAdmin(WorkingHoursAdmin):
    """One-off sessions."""

    form = SessionForm
    fields = (
        *("physician", "location", ("first_day", "starts_at"), ("last_day", "ends_at")),
        *("visit_minutes", "buffer_minutes", "notice_hours"),
    )
