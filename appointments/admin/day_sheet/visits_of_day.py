"""The visits of one day, by the clocks of their places."""

import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from appointments.admin.calendar_page.calendar_address import VIRTUAL, CalendarAddress
from appointments.models import Appointment, AppointmentChange
from appointments.workflow import ACTIVE, OVER, AppointmentStatus

DAY = datetime.timedelta(days=1)


def visits_of_day(asked: CalendarAddress) -> list[Appointment]:
    """Return the visits in the order of time: booked, checked in, over, and those canceled on the day itself."""
    midnight = timezone.make_aware(datetime.datetime.combine(asked.day, datetime.time()))
    canceled = AppointmentChange.objects.filter(
        appointment=OuterRef("pk"), kind=AppointmentChange.Kind.CANCELLED, at__gte=midnight
    )
    near = Appointment.objects.filter(
        _where(asked), period__startswith__range=(midnight - DAY, midnight + 2 * DAY)
    ).select_related("request__condition", "physician", "location")
    found = [
        *near.filter(status__in=ACTIVE),
        *near.filter(status__in=OVER),
        *near.filter(Exists(canceled), status=AppointmentStatus.CANCELLED),
    ]
    return sorted((visit for visit in found if visit.local_start.date() == asked.day), key=_in_order)


def _where(asked: CalendarAddress) -> Q:
    where = Q(physician=asked.physician) if asked.physician else Q()
    if asked.place is None:
        return where
    return where & Q(location=None if asked.place == VIRTUAL else asked.place)


def _in_order(visit: Appointment) -> tuple[datetime.datetime, int]:
    return visit.start, visit.pk
