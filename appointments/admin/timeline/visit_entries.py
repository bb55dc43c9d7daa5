"""What happened to offered times and visits, as sentences."""

import zoneinfo
from collections.abc import Iterable

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from appointments.models import AppointmentChange
from appointments.models.appointment import time_in_words

from .entry import Entry, name_of, together

Kind = AppointmentChange.Kind
# An accepted time tells that the others were not chosen; a closing tells how its visit ended.
TOLD_ELSEWHERE = (Kind.NOT_CHOSEN, Kind.FULFILLED, Kind.NO_SHOW)
TOGETHER = (Kind.OFFERED, Kind.REFUSED, Kind.LAPSED, Kind.WITHDRAWN)  # these happen to all times of an offer at once


def of_visits(changes: Iterable[AppointmentChange]) -> list[Entry]:
    """Return what happened to all visits of a request; the times of one offer are one entry."""
    told = [change for change in changes if change.kind not in TOLD_ELSEWHERE]
    return [_entry(group) for group in together(told, key=_told_with)]


def _told_with(change: AppointmentChange) -> tuple[object, ...]:
    return (change.operation, change.kind) if change.kind in TOGETHER else (change.pk,)


def _entry(changes: list[AppointmentChange]) -> Entry:
    first = changes[0]
    who = name_of(first.actor, by_system=first.by_system)
    if first.kind in TOGETHER:
        parts = tuple(_time(change) for change in sorted(changes, key=lambda change: change.period.lower))
        return Entry(first.at, who, _of_offer(first, len(changes)), words=first.reason, parts=parts)
    return Entry(first.at, who, _of_visit(first), words=first.reason)


def _of_offer(change: AppointmentChange, number: int) -> str:
    match change.kind:
        case Kind.OFFERED:
            return ngettext("offered %(number)d time", "offered %(number)d times", number) % {"number": number}
        case Kind.REFUSED:
            if change.actor_id:
                return _("noted that none of the offered times suits the patient")
            return _("declined the offered times")
        case Kind.LAPSED:
            return _("The offered times expired without an answer")
        case _:
            return _("withdrew the offered times")


SENTENCES = {
    Kind.BOOKED: gettext_lazy("booked %(time)s"),
    Kind.MOVED: gettext_lazy("moved the visit from %(before)s to %(time)s"),
    Kind.CANCELLED: gettext_lazy("canceled the visit: %(time)s"),
    Kind.CHECKED_IN: gettext_lazy("checked the patient in"),
    Kind.STAYS: gettext_lazy("noted that the patient will be seen although the doctor is away: %(time)s"),
    Kind.CHECK_IN_UNDONE: gettext_lazy("undid the check-in"),
    Kind.OUTCOME_UNDONE: gettext_lazy("undid what had been noted of the visit: %(time)s"),
}


def _of_visit(change: AppointmentChange) -> str:
    values = {
        "time": _time(change),
        "before": _when(change, change.period_before) if change.period_before else "",
    }
    if change.kind == Kind.ACCEPTED:
        words = _("accepted for the patient: %(time)s") if change.actor_id else _("accepted %(time)s")
        return words % values
    return str(SENTENCES[Kind(change.kind)]) % values


def _when(change: AppointmentChange, period: DateTimeTZRange) -> str:
    zone = zoneinfo.ZoneInfo(change.appointment.time_zone)
    return time_in_words(period.lower.astimezone(zone))


def _time(change: AppointmentChange) -> str:
    place = change.location.name if change.location else _("virtual visit")
    return f"{_when(change, change.period)}, {change.physician.plain_name}, {place}"
