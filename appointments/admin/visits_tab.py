"""The tabs about booked visits: of today, without an outcome, unknown to the health record."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import DateTimeField, F, Prefetch, QuerySet, Value

from appointments.calendar.visit_clock import local_date
from appointments.models import Appointment
from appointments.models.appointment import UNRECORDED, AppointmentQuerySet

DAY = datetime.timedelta(days=1)


def todays_visits(now: datetime.datetime) -> AppointmentQuerySet:
    """Return today's booked visits, in the time zone of each place."""
    near = Appointment.objects.active().filter(period__startswith__range=(now - DAY, now + DAY))
    today = local_date(Value(now, DateTimeField()))
    return near.annotate(day=local_date(F("period__startswith"))).filter(day=today)


def visits_without_outcome(now: datetime.datetime) -> AppointmentQuerySet:
    """Return the visits of which someone has to say whether they took place."""
    return Appointment.objects.without_outcome(now)


def unrecorded_visits(now: datetime.datetime) -> QuerySet[Appointment]:
    """Return the booked visits that the health record doesn't know, or doesn't know as they are now."""
    return Appointment.objects.active().filter(UNRECORDED)


def showing(
    visits_of: Callable[[datetime.datetime], QuerySet[Any]],
) -> Callable[[QuerySet[Any], datetime.datetime], QuerySet[Any]]:
    """Return a tab's `prepared`: its requests with these visits as `visits_shown`."""

    def prepare(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
        visits = visits_of(now).select_related("physician", "location")
        return requests.prefetch_related(Prefetch("appointments", visits, to_attr="visits_shown"))

    return prepare
