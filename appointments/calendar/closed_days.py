"""Days on which clinics are closed, while visits are booked on them."""

import datetime
import zoneinfo
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateTimeRangeField
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    DateTimeField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import Exact, In
from django.utils import timezone

from appointments.models import Appointment, AppointmentChange, ExtraSession, Holiday

from .booking_window import last_day_to_book
from .clinic_days import ClinicCalendar, public_holidays
from .time_zones import moment
from .visit_clock import local_date, on_its_clock

MIDNIGHT, DAY = datetime.time(), datetime.timedelta(days=1)


def is_on_a_closed_day() -> Q:
    """Return the condition that the clinic of a visit is closed on its day, and staff didn't know of it.

    What the hospital's list says of the clinic counts before what it says of all, and that before the federal
    holidays (`ClinicCalendar`). No day is closed to a one-off session.
    """
    says = Holiday.objects.filter(Q(clinic=OuterRef("location")) | Q(clinic=None), date=_day_of_outer_visit())
    is_open = Coalesce(
        Subquery(says.order_by(F("clinic").asc(nulls_last=True)).values("clinics_open")[:1]),
        Case(
            When(In(local_date(F("period__startswith")), _public_holidays_ahead()), then=Value(False)),
            default=Value(True),
        ),
    )
    session = ExtraSession.objects.filter(physician=OuterRef("physician"), period__overlap=OuterRef("period"))
    whole_day = Func(_midnight(0), _midnight(1), function="tstzrange", output_field=DateTimeRangeField())
    known = AppointmentChange.objects.filter(
        appointment=OuterRef("pk"), sequence=OuterRef("sequence"), despite__contains=[whole_day]
    )
    return Q(Exact(is_open, Value(False)), ~Exists(session), ~Exists(known))


def _day_of_outer_visit() -> Cast:
    return Cast(on_its_clock(OuterRef("period__startswith")), DateField())


def _midnight(days_later: int) -> Func:
    """Return when the day of an outer visit begins at its place, or a day after it."""
    local = Func(
        _day_of_outer_visit(), template=f"(%(expressions)s + {days_later})::timestamp", output_field=DateTimeField()
    )
    return on_its_clock(local)


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
