"""Visits and offered times whose doctor won't be there: off, busy in the health record, without hours, or gone.

None of this is stored. It's read from the current rows, so the tab empties as staff move visits, cancel them, or write
down that the doctor sees the patient anyway. That covers the absences they knew of: another one brings a visit back.
"""

import datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from appointments.models import Appointment, AppointmentChange, BusyTime, Offer, TimeOff
from appointments.models.appointment import AppointmentQuerySet
from appointments.workflow import TAKES_TIME, AppointmentStatus

from .closed_days import around_closed_days, closed_day, is_on_a_closed_day
from .departed_physicians import departed, stays_despite_departure
from .lost_hours import has_lost_its_hours, perhaps_without_hours

TAB = "away"  # of the desk
MEETING = BusyTime.objects.filter(meets_visit=True)


def taken_by_others() -> QuerySet[BusyTime]:
    """Return the busy times during an outer visit or offered time that aren't its own entry in the health record.

    A health record that gives no numbers may have the visit under its time alone, once it has the visit at all. Only
    those that are marked as meeting a visit are looked at (`models/busy_triggers.py`).
    """
    has_number = ~Q(visit_number="") & Q(visit_number=OuterRef("visit_number"))
    has_its_time = Q(visit_number="", period=OuterRef("period")) & ~Q(Exists(_unnumbered()))
    return _during(MEETING).exclude(has_number | has_its_time)


def _unnumbered() -> QuerySet[Appointment]:
    return Appointment.objects.filter(pk=OuterRef(OuterRef("pk")), visit_number="")


def _during(absences: QuerySet[Any]) -> QuerySet[Any]:
    return absences.filter(physician=OuterRef("physician"), period__overlap=OuterRef("period"))


def _undecided(absences: QuerySet[Any]) -> Exists:
    """Return the condition that staff didn't know of one of the absences when they settled an outer visit's time."""
    known = AppointmentChange.objects.filter(
        appointment=OuterRef(OuterRef("pk")),
        sequence=OuterRef(OuterRef("sequence")),
        despite__contains=[OuterRef("period")],
    )
    return Exists(absences.filter(~Exists(known)))


def _is_off() -> Q:
    return Q(_undecided(_during(TimeOff.objects.all())))


def _is_busy() -> Q:
    return Q(_undecided(taken_by_others()))


def _has_left() -> Q:
    return Q(Exists(departed().filter(pk=OuterRef("physician")))) & ~Q(stays_despite_departure())


REASONS = {
    "is_off": _is_off,
    "is_busy": _is_busy,
    "is_closed": is_on_a_closed_day,
    "has_no_hours": has_lost_its_hours,
    "has_left": _has_left,
}


def with_absence(visits: AppointmentQuerySet) -> QuerySet[Any]:
    """Annotate visits with what keeps their doctor from them: `is_off`, `is_busy` and the other reasons."""
    return visits.annotate(**{name: condition() for name, condition in REASONS.items()})


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
    """Return columns of the same, found by the absences: few of many visits have to be looked at."""
    ahead = _not_over(now)
    found = (
        ahead.filter(_is_off(), pk__in=_met_by(TimeOff.objects.all(), now)),
        ahead.filter(_is_busy(), pk__in=_met_by(MEETING, now)),
        ahead.filter(_has_left(), physician__in=departed()),
        ahead.filter(is_on_a_closed_day(), pk__in=around_closed_days(now)),
        ahead.filter(has_lost_its_hours(), pk__in=perhaps_without_hours(ahead)),
    )
    first, *others = (times.order_by().values_list(*columns) for times in found)
    return first.union(*others)


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


def _not_over(now: datetime.datetime) -> AppointmentQuerySet:
    # As an overlap, so that the index that keeps a physician's times apart finds them.
    ahead = Appointment.objects.taking_time().filter(period__overlap=_from(now))
    booked = Q(status=AppointmentStatus.BOOKED)
    offered = Offer.objects.open().filter(pk=OuterRef("offer"), held_until__gt=now)
    held = Q(status=AppointmentStatus.PENDING) & Exists(offered)
    return ahead.filter(booked | held)


def absences(physician_id: int, period: DateTimeTZRange, zone: str, clinic: int | None) -> list[DateTimeTZRange]:
    """Return the periods in which a physician is away or busy, or the clinic is closed, during a visit in a zone.

    `clinic` is the key of the visit's clinic; None for a virtual visit.
    """
    then = Q(physician=physician_id, period__overlap=period)
    off, busy = TimeOff.objects.filter(then), BusyTime.objects.filter(then)
    periods = (*off.values_list("period", flat=True), *busy.values_list("period", flat=True))
    return [*periods, *closed_day(period, zone, clinic)]
