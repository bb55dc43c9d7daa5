"""The form of one row of a physician's hours, and of time off and the room; each returns to the physician's page."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from appointments.calendar.affected_visits import visits_within
from appointments.guards.refusals import Refused
from appointments.models import TimeOff, VirtualRoom
from appointments.services.working_hours import changing_hours
from physicians.models import Physician

from .asking_first import AsksFirst, listing_visits_first
from .hours_forms import RoomForm, TimeOffForm

PAGE = "admin:physicians_physician_change"


class HoursAdmin(AsksFirst):
    """One row of one physician. The physician's page links to it; the index and a list of its own don't."""

    change_form_template = "admin/appointments/availability/hours_form.html"
    view_on_site = False

    class Media:
        css = {"all": ["css/hours.css"]}

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """Leave it out of the index."""
        return {}

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the list of physicians."""
        return redirect("admin:physicians_physician_changelist")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form, or save it with the physician's calendar locked."""
        physician = self._physician(request, object_id)
        if physician is None:
            return redirect("admin:physicians_physician_changelist")
        context = {**(extra_context or {}), "physician": physician, "subtitle": physician.display_name}
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, context)
        try:
            with changing_hours(physician_id=physician.pk):
                return super().changeform_view(request, object_id, form_url, context)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.get_full_path())

    def _physician(self, request: HttpRequest, object_id: str | None) -> Physician | None:
        """Return the row's physician; for a new row, the one that the address or the form names."""
        if object_id is not None:
            row: Any = self.get_object(request, object_id)
            return row.physician if row else None
        key = request.POST.get("physician") or request.GET.get("physician") or ""
        usable = key.isascii() and key.isdecimal() and len(key) < 10
        return Physician.objects.filter(pk=int(key)).first() if usable else None

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Return to the physician's page."""
        return redirect(PAGE, obj.physician_id)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Return to the physician's page."""
        return redirect(PAGE, obj.physician_id)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Keep the physician for “Save and add another”."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST:
            query = urlencode({"physician": obj.physician_id})
            return redirect(f"{reverse(f'admin:{self.opts.app_label}_{self.opts.model_name}_add')}?{query}")
        return response

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask, or delete with the physician's calendar locked and return to the physician's page."""
        physician = self._physician(request, object_id)
        if physician is None or request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        try:
            with changing_hours(physician_id=physician.pk):
                response = super().delete_view(request, object_id, extra_context)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        return redirect(PAGE, physician.pk) if response.status_code == HTTPStatus.FOUND else response


@admin.register(TimeOff)
class TimeOffAdmin(HoursAdmin):
    """Time off."""

    form = TimeOffForm
    fields = ("physician", ("first_day", "starts_at"), ("last_day", "ends_at"), "reason")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, after listing the visits during it: they stay booked until someone moves them."""
        with listing_visits_first(request, visits_within(obj.period, physician_id=obj.physician_id)):
            super().save_model(request, obj, form, change)


@admin.register(VirtualRoom)
class RoomAdmin(HoursAdmin):
    """The link to join virtual visits."""

    form = RoomForm
