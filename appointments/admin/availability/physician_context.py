"""What a physician's page shows."""

import dataclasses
import datetime
import zoneinfo
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from appointments.models import AvailabilityRule, BusyImport, BusyTime, VirtualRoom, Weekday
from physicians.models import Physician

MOST_GUESSES = 20


@dataclasses.dataclass(frozen=True)
class Day:
    """A weekday with the rules in force."""

    name: Any
    rules: list[AvailabilityRule]


def place_of(row: Any) -> str:
    """Return where the hours of a rule or session are."""
    return row.location.name if row.location else _("Virtual visits")


def hours_in_words(rule: AvailabilityRule) -> str:
    """Return “9 a.m. – noon”."""
    return f"{time_format(rule.starts_at, 'P')} – {time_format(rule.ends_at, 'P')}"


def period_in_words(start: datetime.datetime, end: datetime.datetime, zone_name: str) -> str:
    """Return a period on a place's clock; whole days without their midnights."""
    zone = zoneinfo.ZoneInfo(zone_name)
    start, end = start.astimezone(zone), end.astimezone(zone)
    midnight = datetime.time()
    if start.time() == end.time() == midnight and end.date() > start.date():
        last = end.date() - datetime.timedelta(days=1)
        first = date_format(start, "D, N j, Y")
        return first if last == start.date() else f"{first} – {date_format(last, 'D, N j, Y')}"
    if start.date() == end.date():
        return f"{date_format(start, 'D, N j, Y')}, {date_format(start, 'P')} – {date_format(end, 'P')}"
    return f"{date_format(start, 'D, N j, Y, P')} – {date_format(end, 'D, N j, Y, P')}"


def page_of(physician: Physician) -> dict[str, Any]:
    """Return the context of a physician's page."""
    today, now = timezone.localdate(), timezone.now()
    rules: list[Any] = list(physician.availability_rules.select_related("location"))
    for rule in rules:
        rule.hours, rule.place = hours_in_words(rule), place_of(rule)
        rule.ended = rule.effective_until is not None and rule.effective_until < today
        rule.begins_later = rule.effective_from > today
    in_force = [rule for rule in rules if not rule.ended and not rule.begins_later]
    sessions: list[Any] = list(physician.extra_sessions.filter(period__endswith__gt=now).select_related("location"))
    for session in sessions:
        zone = session.location.time_zone if session.location else settings.TIME_ZONE
        session.place = place_of(session)
        session.when = period_in_words(session.period.lower, session.period.upper, zone)
    time_off: list[Any] = list(physician.time_off.filter(period__endswith__gt=now))
    for away in time_off:
        away.when = period_in_words(away.period.lower, away.period.upper, settings.TIME_ZONE)
    return {
        "physician": physician,
        "week": [Day(day.label, [rule for rule in in_force if rule.weekday == day]) for day in Weekday],
        "rules": [rule for rule in rules if not rule.ended],
        "ended_rules": [rule for rule in rules if rule.ended],
        "sessions": sessions,
        "time_off": time_off,
        "room": VirtualRoom.objects.filter(physician=physician).first(),
        "last_import": BusyImport.objects.filter(physician=physician).select_related("staff").first(),
        "guessed_times": BusyTime.objects.filter(physician=physician, is_guess=True, period__endswith__gt=now)[
            :MOST_GUESSES
        ],
        "busy_ahead": BusyTime.objects.filter(physician=physician, period__endswith__gt=now).count(),
    }
