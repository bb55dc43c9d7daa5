"""What can be done with several requests at once: hand them to a colleague, export them."""

import csv
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.guards.access import record_listed
from appointments.guards.refusals import Refused
from appointments.models import Appointment, AppointmentRequest
from appointments.services.requests.claims import assign_request
from physicians.spreadsheet_cells import escape_formula

from .desk_staff import colleagues, staff_of
from .waiting_time import age_in_words


class QueueActionForm(ActionForm):
    """The list's actions, and which colleague gets the chosen requests."""

    colleague: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("to"), queryset=None, required=False, empty_label=_("Choose a colleague")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = colleagues()  # type: ignore[attr-defined]


@admin.action(description=_("Hand to a colleague"), permissions=["change"])
def assign_chosen(model_admin: Any, request: HttpRequest, queryset: QuerySet[AppointmentRequest]) -> None:
    """Hand the chosen requests over, and name those that can't be."""
    chosen = QueueActionForm(request.POST)
    chosen.fields["action"].choices = [("assign_chosen", "")]  # type: ignore[attr-defined]
    if not chosen.is_valid() or chosen.cleaned_data["colleague"] is None:
        messages.error(request, _now("Choose a colleague from the list."))
        return
    to, handed = chosen.cleaned_data["colleague"], 0
    for each in queryset:
        try:
            assign_request(request_id=each.pk, to=to, actor=staff_of(request))
            handed += 1
        except Refused as refusal:
            messages.error(request, f"{each.spoken_reference}: {refusal}")
    if handed:
        done = ngettext(
            "%(number)d request is now with %(name)s.", "%(number)d requests are now with %(name)s.", handed
        )
        messages.success(request, done % {"number": handed, "name": to})


def rows_of(requests: list[AppointmentRequest]) -> list[list[Any]]:
    """Return the rows of the file. They don't identify the patient."""
    visits = {visit.request_id: visit for visit in Appointment.objects.active().filter(request__in=requests)}
    now, calendar = timezone.now(), ClinicCalendar.load()
    return [
        [
            request.spoken_reference,
            f"{timezone.localtime(request.submitted_at):%Y-%m-%d %H:%M}",
            request.get_status_display(),
            age_in_words(request, now, calendar),
            request.condition or _now("Not sure"),
            request.get_visit_type_display(),
            request.physician.display_name if request.physician else _now("First available"),
            f"{visits[request.pk].local_start:%Y-%m-%d %H:%M}" if request.pk in visits else "",
        ]
        for request in requests
    ]


@admin.action(description=_("Export as CSV"), permissions=["view"])
def export_chosen(model_admin: Any, request: HttpRequest, queryset: QuerySet[AppointmentRequest]) -> HttpResponse:
    """Return the chosen requests as a file, and record that they were read."""
    requests = list(queryset.select_related("condition", "physician"))
    record_listed(requests=requests, staff=staff_of(request))
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="requests-{timezone.localdate():%Y-%m-%d}.csv"',
            "Cache-Control": "no-store",
        },
    )
    response.write("\ufeff")  # without this mark Excel misreads accented letters
    file = csv.writer(response)
    file.writerow(
        map(
            str,
            (
                *(_("Reference"), _("Received"), _("Status"), _("Age in business hours")),
                *(_("Condition"), _("Kind of visit"), _("Doctor"), _("Booked time")),
            ),
        )
    )
    file.writerows([escape_formula(str(value)) for value in row] for row in rows_of(requests))
    return response
