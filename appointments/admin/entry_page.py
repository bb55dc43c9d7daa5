"""The page on which staff enter a request for someone."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.guards.refusals import Refused
from appointments.models import AppointmentRequest, Source
from appointments.services.requests.desk_entry import enter_request
from appointments.services.visits.free_time_value import wanted_from

from .calendar_page.free_time_words import in_words
from .desk_staff import staff_of
from .entry_form import EntryForm
from .entry_from_time import answers_for
from .select_options import Directory


class EntryAdmin(admin.ModelAdmin):
    """Adds a request through the service, not through Django's own form."""

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the form, or create the request and open it; raises PermissionDenied.

        With a free time in the address it's filled in beforehand, and its page follows instead: there it's booked.
        A mistake (422) or a refusal (409) shows its sentence beside what was typed.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        agreed = wanted_from(request.GET.get("time", "")[:60])
        if request.method != "POST":
            return self._page(request, EntryForm(auto_id="entry_%s", initial=answers_for(agreed)))
        form = EntryForm(request.POST, auto_id="entry_%s")
        if not form.is_valid():
            return self._page(request, form, status=422)
        try:
            entered = self._enter(form, staff_of(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._page(request, form, status=409)
        messages.success(request, _("Request %(reference)s is saved.") % {"reference": entered})
        if agreed:
            asked = request.GET.copy()
            asked["request"] = str(entered.pk)
            return redirect(f"{reverse('admin:appointments_calendar_time')}?{asked.urlencode()}")
        return redirect(entered)

    @staticmethod
    def _enter(form: EntryForm, staff: AbstractUser) -> AppointmentRequest:
        return enter_request(
            answers=form.answers,
            source=Source(form.cleaned_data["source"]),
            idempotency_key=form.cleaned_data["idempotency_key"],
            actor=staff,
        )

    def _page(self, request: HttpRequest, form: EntryForm, *, status: int = 200) -> TemplateResponse:
        agreed = wanted_from(request.GET.get("time", "")[:60])
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # as on the request's page
            "title": _("New request"),
            "opts": self.opts,
            "form": form,
            "agreed": in_words(agreed, Directory.load()) if agreed else None,
        }
        return TemplateResponse(request, "admin/appointments/appointmentrequest/entry.html", context, status=status)
