"""How long a request has been waiting for us, in business hours."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.models import AppointmentRequest
from appointments.workflow import Status

ENDED = (Status.BOOKED, Status.CLOSED)  # answered: nothing waits


def age_of(request: AppointmentRequest, now: datetime.datetime, calendar: ClinicCalendar) -> datetime.timedelta:
    """Return how much business time of the current promise has passed."""
    running = calendar.business_time(request.clock_since, now) if request.clock_since else datetime.timedelta()
    return request.clock_used + running


def age_in_words(request: AppointmentRequest, now: datetime.datetime, calendar: ClinicCalendar) -> str:
    """Return the age as the queue shows it: “5 hours”, “5 hours, paused”, or nothing once it is answered."""
    if request.status in ENDED:
        return ""
    hours = int(age_of(request, now, calendar).total_seconds()) // 3600
    words = _("under an hour")
    if hours:
        words = ngettext("%(hours)d hour", "%(hours)d hours", hours) % {"hours": hours}
    return words if request.clock_since else _("%(age)s, paused") % {"age": words}
