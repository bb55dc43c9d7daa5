"""Days on which clinics are closed, while visits are booked on them."""

import datetime
import zoneinfo
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from appointments.models import Appointment
from appointments.workflow import TAKES_TIME

from .booking_window import last_day_to_book
from .clinic_days import ClinicCalendar, public_holidays
from .time_zones import moment

MIDNIGHT, DAY = datetime.time(), datetime.timedelta(days=1)
NEAR_CLOSED_DAYS = """
SELECT near.id
  FROM (SELECT date FROM appointments_holiday WHERE date >= %s AND NOT clinics_open
        UNION SELECT unnest(%s::date[])) AS closed (day)
  JOIN appointments_appointment AS near
    ON upper(near.period) >= closed.day - interval '1 day' AND upper(near.period) < closed.day + interval '3 days'
 WHERE near.status IN %s"""


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
    near = RawSQL(NEAR_CLOSED_DAYS, [now.date() - DAY, list(_public_holidays_ahead()), TAKES_TIME])  # noqa: S611
    return Appointment.objects.filter(pk__in=near).order_by().values("pk")


def closed_day(period: DateTimeTZRange, zone: str, clinic: int | None) -> list[DateTimeTZRange]:
    """Return the closed day on which a visit begins, from midnight to midnight, or nothing.

    `clinic` is the key of the visit's clinic; None for a virtual visit.
    """
    day = period.lower.astimezone(zoneinfo.ZoneInfo(zone)).date()
    if not ClinicCalendar.load().is_holiday(day, clinic):
        return []
    return [DateTimeTZRange(moment(day, MIDNIGHT, zone), moment(day + DAY, MIDNIGHT, zone))]
