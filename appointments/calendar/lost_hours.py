"""Visits and offered times in hours that the doctor no longer has: a rule or a session was changed, or taken away.

None of this is stored. A time has lost its hours if an earlier version of them, which pghistory keeps, had room for
it, and none of today's has. Times that staff settled outside the hours, with a reason, have none to lose.
"""

from typing import Any

from django.db.models import (
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    TimeField,
)
from django.db.models.functions import Cast, Coalesce

from appointments.models import AppointmentChange, AvailabilityRule, ExtraSession
from appointments.models.appointment import AppointmentQuerySet

from .visit_clock import on_its_clock

RULE_VERSIONS: Any = AvailabilityRule.pgh_event_model  # type: ignore[attr-defined]  # pghistory adds it
SESSION_VERSIONS: Any = ExtraSession.pgh_event_model  # type: ignore[attr-defined]
CHANGED = ("update", "delete")  # pghistory's labels
NO_PLACE = 0  # of a virtual visit
MOST = 10_000  # more than a desk will ever have


def has_lost_its_hours() -> Q:
    """Return the condition that an outer visit's time was in hours which are gone, and staff didn't know of it."""
    known = AppointmentChange.objects.filter(
        appointment=OuterRef("pk"), sequence=OuterRef("sequence"), outside_hours=True
    )
    had = Q(Exists(_rules(RULE_VERSIONS))) | Q(Exists(_sessions(SESSION_VERSIONS)))
    return _has_none() & had & ~Q(Exists(known))


def perhaps_without_hours(visits: AppointmentQuerySet) -> QuerySet[Any, Any]:
    """Return the keys of those visits that can have lost their hours: few of many have to be looked at.

    They are visits of physicians whose hours have ever been changed, outside the hours of today. The limit makes the
    database find them before it reads old versions of the hours.
    """
    rules, sessions = (
        versions.objects.filter(pgh_label__in=CHANGED).order_by().values("physician")
        for versions in (RULE_VERSIONS, SESSION_VERSIONS)
    )
    return visits.filter(_has_none(), physician__in=rules.union(sessions)).order_by().values("pk")[:MOST]


def _has_none() -> Q:
    return ~Q(Exists(_rules(AvailabilityRule))) & ~Q(Exists(_sessions(ExtraSession)))


def _rules(model: Any) -> QuerySet[Any]:
    """Return the weekly rules, or versions of them, that have room for an outer visit. On holidays as well."""
    start, end = on_its_clock(OuterRef("period__startswith")), on_its_clock(OuterRef("period__endswith"))
    day = Cast(start, DateField())
    weekday = Func(start, template="(EXTRACT(ISODOW FROM %(expressions)s)::int - 1)", output_field=SmallIntegerField())
    return _at_its_place(model).filter(
        Q(effective_until__isnull=True) | Q(effective_until__gte=day),
        weekday=weekday,
        effective_from__lte=day,
        starts_at__lte=Cast(start, TimeField()),
        ends_at__gte=Cast(end, TimeField()),
    )


def _sessions(model: Any) -> QuerySet[Any]:
    """Return the one-off sessions, or versions of them, that have room for an outer visit."""
    return _at_its_place(model).filter(period__contains=OuterRef("period"))


def _at_its_place(model: Any) -> QuerySet[Any]:
    here = Coalesce(F("location"), NO_PLACE)
    place = Coalesce(OuterRef("location"), NO_PLACE)
    return model.objects.alias(place=here).filter(physician=OuterRef("physician"), place=place)
