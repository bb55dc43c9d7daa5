"""Visits and offered times whose doctor won't be there: off, busy in the health record, without hours, or gone.

None of this is stored. The view DoctorAway reads it from the current rows, so the tab empties as staff move visits,
cancel them, or write down that the doctor sees the patient anyway. That covers the absences they knew of: another one
brings a visit back.
"""

import datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from appointments.models import Appointment, BusyTime, Offer, TimeOff
from appointments.models.appointment import AppointmentQuerySet
from appointments.workflow import TAKES_TIME, AppointmentStatus

from .closed_days import around_closed_days, closed_day, is_on_a_closed_day
from .departed_physicians import departed
from .lost_hours import perhaps_without_hours

TAB = "away"  # of the desk
MEETING = BusyTime.objects.filter(meets_visit=True)
REASONS = ("is_off", "is_busy", "is_closed", "has_no_hours", "has_left")


def with_absence(visits: AppointmentQuerySet) -> QuerySet[Any]:
    """Annotate visits with what keeps their doctor from them: `is_off`, `is_busy` and the other reasons."""
    of_the_view = {name: F(f"doctor_away__{name}") for name in REASONS if name != "is_closed"}
    return visits.annotate(**of_the_view, is_closed=is_on_a_closed_day())


def lacks_doctor(time: Any) -> bool:
    """Return True if the doctor won't be there at a time that was read by `with_absence`."""
    return any(getattr(time, reason) for reason in REASONS)


def without_doctor(visits: AppointmentQuerySet) -> QuerySet[Any]:
    """Return those of the visits or offered times whose doctor won't be there, with the reasons of `with_absence`."""
    return with_absence(visits).filter(Q(*((reason, True) for reason in REASONS), _connector=Q.OR))


def with_doctor(visits: AppointmentQuerySet) -> QuerySet[Any]:
    """Return those of the visits or offered times whose doctor will be there."""
    return with_absence(visits).filter(**dict.fromkeys(REASONS, False))


def visits_without_doctor(now: datetime.datetime) -> QuerySet[Any]:
    """Return the booked visits and offered times that aren't over and whose doctor won't be there."""
    return without_doctor(_not_over(now))


def found_without_doctor(now: datetime.datetime, *columns: str) -> QuerySet[Any, Any]:
    """Return columns of the same, without repeats, found by the absences: few of many visits have to be looked at."""
    ahead = _not_over(now)
    candidates = _met_by(TimeOff.objects.all(), now).union(
        _met_by(MEETING, now),
        around_closed_days(now),
        _ahead(now).filter(physician__in=departed()).order_by().values("pk"),
        perhaps_without_hours(ahead),
        all=True,
    )
    return without_doctor(ahead.filter(pk__in=candidates)).order_by().values_list(*columns).distinct()


def _met_by(absences: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any, Any]:
    """Return the keys of the times that overlap with these absences, each looked up among its physician's."""
    met = absences.filter(
        period__overlap=_from(now),
        physician__appointments__period__overlap=F("period"),
        physician__appointments__status__in=TAKES_TIME,
    )
    return met.order_by().values("physician__appointments")


def _from(now: datetime.datetime) -> DateTimeTZRange:
    return DateTimeTZRange(now, None)


def _ahead(now: datetime.datetime) -> AppointmentQuerySet:
    # As an overlap, so that the index that keeps a physician's times apart finds them.
    return Appointment.objects.taking_time().filter(period__overlap=_from(now))


def _not_over(now: datetime.datetime) -> AppointmentQuerySet:
    booked = Q(status=AppointmentStatus.BOOKED)
    offered = Offer.objects.open().filter(pk=OuterRef("offer"), held_until__gt=now)
    held = Q(status=AppointmentStatus.PENDING) & Exists(offered)
    return _ahead(now).filter(booked | held)


def absences(physician_id: int, period: DateTimeTZRange, zone: str, clinic: int | None) -> list[DateTimeTZRange]:
    """Return the periods in which a physician is away or busy, or the clinic is closed, during a visit in a zone.

    `clinic` is the key of the visit's clinic; None for a virtual visit.
    """
    then = Q(physician=physician_id, period__overlap=period)
    off, busy = TimeOff.objects.filter(then), BusyTime.objects.filter(then)
    periods = (*off.values_list("period", flat=True), *busy.values_list("period", flat=True))
    return [*periods, *closed_day(period, zone, clinic)]
