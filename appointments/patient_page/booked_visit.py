"""The booked visit on the patient's page, and its calendar file."""

import dataclasses
import datetime
import zoneinfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.calendar.doctor_away import lacks_doctor, with_absence
from appointments.mail.calendar_files import FILE_NAME, calendar_file
from appointments.models import Appointment, AppointmentRequest, RequestWording
from appointments.models.appointment import time_in_words
from appointments.patient_page.virtual_visits import Joining, joining
from appointments.services.visits.patient_changes import may_change_visit
from appointments.status_words import visit_in_words
from appointments.workflow import ACTIVE, AppointmentStatus, Status

from .day_and_time import When, when
from .opened_request import OpenRequestView


@dataclasses.dataclass(frozen=True, kw_only=True)
class VisitOnPage:
    """A booked visit as the page shows it."""

    appointment: Appointment
    joining: Joining | None
    to_prepare: list[str]
    may_change: bool
    may_move: bool  # not while staff look for another time
    is_over: bool
    cant_take_place: bool  # its doctor won't be there, and staff are finding another time

    @property
    def change_until(self) -> str:
        """Return in words how long the visit can be changed online."""
        until = self.appointment.start - datetime.timedelta(hours=settings.APPOINTMENTS_CHANGE_HOURS)
        return time_in_words(until.astimezone(zoneinfo.ZoneInfo(self.appointment.time_zone)))

    @property
    def when(self) -> When:
        """Return the visit's day and time."""
        return when(self.appointment.local_start)

    @property
    def state(self) -> str:
        """Return the line above the day and time."""
        if self.cant_take_place:
            return _("This visit can't take place")
        return visit_in_words(self.appointment)

    @property
    def is_too_near(self) -> bool:
        """Return True if the visit is so close that changing it takes a call."""
        return not self.may_change and not self.is_over and self.appointment.status == AppointmentStatus.BOOKED


def visit_on_page(appointment_request: AppointmentRequest, appointment: Appointment) -> VisitOnPage:
    """Return what the page shows about a booked visit."""
    may_change = may_change_visit(appointment)
    is_over = appointment.end <= timezone.now()
    cant_take_place = _cant_take_place(appointment_request, appointment)
    prepares = not is_over and not cant_take_place and appointment.status == AppointmentStatus.BOOKED
    return VisitOnPage(
        appointment=appointment,
        joining=None if cant_take_place else joining(appointment),
        to_prepare=RequestWording.current().lines_to_prepare(virtual=appointment.is_virtual) if prepares else [],
        may_change=may_change,
        may_move=may_change and appointment_request.status == Status.BOOKED,
        is_over=is_over,
        cant_take_place=cant_take_place,
    )


def _cant_take_place(appointment_request: AppointmentRequest, visit: Appointment) -> bool:
    """Return True once staff move a visit whose doctor won't be there: until then, the doctor may still come."""
    is_ahead = visit.status == AppointmentStatus.BOOKED and visit.end > timezone.now()
    return is_ahead and appointment_request.status != Status.BOOKED and lacks_doctor(visit)


def active_visit_of(appointment_request: AppointmentRequest) -> Appointment | None:
    """Return the request's booked visit with everything a page says about it."""
    return (
        with_absence(appointment_request.appointments.filter(status__in=ACTIVE))
        .select_related("physician__virtual_room", "location")
        .first()
    )


class CalendarView(OpenRequestView):
    """The booked visit as a file for the patient's own calendar."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Send the file, or go to the patient's page if no visit is booked."""
        visit = active_visit_of(self.appointment_request)
        if visit is None:
            return redirect("appointments:manage", token)
        response = HttpResponse(calendar_file(visit, method="PUBLISH"), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
        return response
