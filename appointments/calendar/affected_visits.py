"""Booked visits that are no longer within their physician's hours."""

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet
from django.utils import timezone

from appointments.models import Appointment

from .taken_times import holding_time


def visits_within(period: DateTimeTZRange, *, physician_id: int | None = None) -> QuerySet[Appointment]:
    """Return the upcoming visits and offers that overlap a period, of one physician or of all, in order."""
    now = timezone.now()
    visits = holding_time(now).filter(period__overlap=period, period__endswith__gt=now).select_related("request")
    if physician_id is not None:
        visits = visits.filter(physician_id=physician_id)
    return visits.in_order()


def visits_without_hours(physician_id: int) -> QuerySet[Appointment]:
    """Return a physician's upcoming visits and offers whose hours were taken away, in order."""
    now = timezone.now()
    visits = holding_time(now).filter(doctor_away__has_no_hours=True, physician=physician_id, period__endswith__gt=now)
    return visits.select_related("request").in_order()
