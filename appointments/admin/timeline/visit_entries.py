"""What happened to offered times and visits, as sentences."""

import itertools
import zoneinfo
from collections.abc import Iterable

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from appointments.models import AppointmentChange
from appointments.models.appointment import time_in_words

from .entry import ONE_MOMENT, Entry, name_of

Kind = AppointmentChange.Kind
# Told by another entry: that the rest was not chosen by the choice, that it took place or not by the closing.
TOLD_ELSEWHERE = (Kind.NOT_CHOSEN, Kind.FULFILLED, Kind.NO_SHOW)
TOGETHER = (Kind.OFFERED, Kind.REFUSED, Kind.LAPSED, Kind.WITHDRAWN)  # the times of one offer share their fate


def of_visits(changes: Iterable[AppointmentChange]) -> list[Entry]:
    """Return the entries of what happened to all visits of a request; the times of one offer are one entry."""
    told = sorted(
        (change for change in changes if change.kind not in TOLD_ELSEWHERE), key=lambda change: (change.at, change.pk)
    )
    entries: list[Entry] = []
    for (kind, offer_id), group in itertools.groupby(told, key=lambda one: (one.kind, one.appointment.offer_id)):
        is_one = kind in TOGETHER and offer_id
        entries += [_entry(together) for together in (_moments(list(group)) if is_one else ([one] for one in group))]
    return entries


def _moments(changes: list[AppointmentChange]) -> list[list[AppointmentChange]]:
    """Return the changes in groups that lie within one moment."""
    groups: list[list[AppointmentChange]] = []
    for change in changes:
        if groups and change.at - groups[-1][-1].at <= ONE_MOMENT:
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


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
                return _("wrote down that none of the offered times suits the patient")
            return _("refused the offered times")
        case Kind.LAPSED:
            return _("The offered times lapsed without an answer")
        case _:
            return _("withdrew the offered times")


SENTENCES = {
    Kind.BOOKED: gettext_lazy("booked %(time)s"),
    Kind.MOVED: gettext_lazy("moved the visit from %(before)s to %(time)s"),
    Kind.CANCELLED: gettext_lazy("canceled the visit: %(time)s"),
    Kind.CHECKED_IN: gettext_lazy("checked the patient in"),
    Kind.CHECK_IN_UNDONE: gettext_lazy("took the check-in back"),
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
