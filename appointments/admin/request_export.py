"""Chosen requests as a file, which doesn't identify the patients."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.guards.access import record_exported
from appointments.guards.current_request import from_where
from appointments.models import Appointment, AppointmentRequest
from physicians.spreadsheet_cells import escape_formula

from .waiting_time import age_in_words

MOST_EXPORTED = 5000  # requests in one file
AT_ONCE = 500  # requests read and sent together
COLUMNS = (
    *(_("Reference"), _("Received"), _("Status"), _("Age in business hours")),
    *(_("Condition"), _("Kind of visit"), _("Doctor"), _("Booked time")),
)


def exported(keys: Sequence[int], staff: AbstractUser) -> StreamingHttpResponse:
    """Return the file, which is read while it's sent. What has been sent is recorded as read."""
    name = f"requests-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(
        parts_of(keys, staff, from_where()), content_type="text/csv; charset=utf-8", headers=headers
    )


def parts_of(keys: Sequence[int], staff: AbstractUser, where: dict[str, Any]) -> Iterator[str]:
    """Yield the file piece by piece; by then the HTTP request has been answered, and `where` says what it was."""
    yield "\ufeff"  # without this mark Excel misreads accented letters
    yield lines([COLUMNS])
    calendar = ClinicCalendar.load()
    for first in range(0, len(keys), AT_ONCE):
        places = {key: place for place, key in enumerate(keys[first : first + AT_ONCE])}
        found = AppointmentRequest.objects.filter(pk__in=places).select_related("condition", "physician")
        requests = sorted(found, key=lambda request: places[request.pk])
        record_exported(requests=requests, staff=staff, where=where)
        yield lines(rows_of(requests, calendar))


def lines(rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as lines of the file."""
    file = io.StringIO()
    csv.writer(file).writerows([escape_formula(str(value)) for value in row] for row in rows)
    return file.getvalue()


def rows_of(requests: Sequence[AppointmentRequest], calendar: ClinicCalendar) -> list[list[Any]]:
    """Return the rows of some requests."""
    visits = {visit.request_id: visit for visit in Appointment.objects.active().filter(request__in=requests)}
    now = timezone.now()
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
