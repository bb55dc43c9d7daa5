"""Days on which clinics are closed, while visits are booked on them."""

import datetime
import zoneinfo
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import (
    BigIntegerField,
    Func,
    OuterRef,
    Q,
    QuerySet,
)
from django.utils import timezone

from appointments.models import Appointment, Holiday

from .booking_window import last_day_to_book
from .clinic_days import ClinicCalendar, public_holidays
from .time_zones import moment

MIDNIGHT, DAY = datetime.time(), datetime.timedelta(days=1)


def is_on_a_closed_day() -> Q:
    """Return the condition that the clinic of a visit is closed on its day, and staff didn't know of it.

    What the hospital's list says of the clinic counts before what it says of all, and that before the federal
    holidays (`ClinicCalendar`). No day is closed to a one-off session.
    """
    is_listed = Q(doctor_away__clinics_open__isnull=False, doctor_away__clinics_open=False)
    is_federal = Q(doctor_away__clinics_open__isnull=True, doctor_away__day__in=_public_holidays_ahead())
    return Q(is_listed | is_federal, doctor_away__minds_closed_days=True)


def _public_holidays_ahead() -> tuple[datetime.date, ...]:
    return public_holidays(timezone.localdate() - DAY, last_day_to_book())


def around_closed_days(now: datetime.datetime) -> QuerySet[Any, Any]:
    """Return the keys of the times that end within a day of a closed one, by any clock; each day is looked up."""
    times = Appointment.objects.taking_time().order_by()
    near = times.filter(period__endswith__gte=OuterRef("date") - DAY, period__endswith__lt=OuterRef("date") + 3 * DAY)
    keys = Func(ArraySubquery(near.values("pk")), function="unnest", output_field=BigIntegerField())
    listed = Holiday.objects.filter(date__gte=now.date() - DAY, clinics_open=False).order_by().values_list(keys)
    begin = (moment(day, MIDNIGHT, "UTC") for day in _public_holidays_ahead())
    near_federal = (Q(period__endswith__gte=start - DAY, period__endswith__lt=start + 3 * DAY) for start in begin)
    return listed.union(times.filter(Q(*near_federal, _connector=Q.OR)).values_list("pk"), all=True)


def closed_day(period: DateTimeTZRange, zone: str, clinic: int | None) -> list[DateTimeTZRange]:
    """Return the closed day on which a visit begins, from midnight to midnight, or nothing.

    `clinic` is the key of the visit's clinic; None for a virtual visit.
    """
    day = period.lower.astimezone(zoneinfo.ZoneInfo(zone)).date()
    if not ClinicCalendar.load().is_holiday(day, clinic):
        return []
    return [DateTimeTZRange(moment(day, MIDNIGHT, zone), moment(day + DAY, MIDNIGHT, zone))]
