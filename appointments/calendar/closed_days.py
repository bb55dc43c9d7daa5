"""Days on which clinics are closed, while visits are booked on them."""

import datetime
import zoneinfo
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateTimeRangeField
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import BigIntegerField, DateField, DateTimeField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from appointments.models import Appointment, ExtraSession, Holiday

from .clinic_days import ClinicCalendar
from .time_zones import moment
from .visit_clock import on_its_clock

MIDNIGHT, DAY = datetime.time(), datetime.timedelta(days=1)


def _midnight(*, days_later: int) -> Func:
    local = Func(F("date"), template=f"(%(expressions)s + {days_later})::timestamp", output_field=DateTimeField())
    return on_its_clock(local)


def closed_days_of_visit() -> QuerySet[Holiday]:
    """Return the closed day on which an outer visit is, with its `period`; none if a one-off session is held then.

    It's a holiday of all clinics, unless the visit's own is open all the same, or one of the visit's clinic.
    """
    local_day = Cast(on_its_clock(OuterRef("period__startswith")), DateField())
    session = ExtraSession.objects.filter(
        physician=OuterRef(OuterRef("physician")), period__overlap=OuterRef(OuterRef("period"))
    )
    whole_day = Func(
        _midnight(days_later=0), _midnight(days_later=1), function="tstzrange", output_field=DateTimeRangeField()
    )
    open_here = Holiday.objects.filter(date=OuterRef("date"), clinic=OuterRef(OuterRef("location")), clinics_open=True)
    concerns = Q(clinic=OuterRef("location")) | Q(~Exists(open_here), clinic=None)
    closed = Holiday.objects.filter(concerns, ~Exists(session), date=local_day, clinics_open=False)
    return closed.annotate(period=whole_day)


def around_closed_days(now: datetime.datetime) -> QuerySet[Any, Any]:
    """Return the keys of the times that end within a day of a closed one, by any clock; each day is looked up."""
    near = Appointment.objects.taking_time().filter(
        period__endswith__gte=OuterRef("date") - DAY, period__endswith__lt=OuterRef("date") + 3 * DAY
    )
    keys = Func(ArraySubquery(near.order_by().values("pk")), function="unnest", output_field=BigIntegerField())
    ahead = Holiday.objects.filter(date__gte=now.date() - DAY, clinics_open=False)
    return ahead.order_by().values_list(keys)


def closed_day(period: DateTimeTZRange, zone: str, clinic: int | None) -> list[DateTimeTZRange]:
    """Return the closed day on which a visit begins, from midnight to midnight, or nothing.

    `clinic` is the key of the visit's clinic; None for a virtual visit.
    """
    day = period.lower.astimezone(zoneinfo.ZoneInfo(zone)).date()
    if ClinicCalendar.load().is_open_by_own_list(day, clinic) is not False:
        return []
    return [DateTimeTZRange(moment(day, MIDNIGHT, zone), moment(day + DAY, MIDNIGHT, zone))]
