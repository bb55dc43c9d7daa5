"""Apply the exceptions of a repeating event (RECURRENCE-ID). Uses no Django settings (see ics_process.py)."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icalendar import Event
from icalendar.prop import vBroken

from .ics_clock import Clock, is_alike, moment
from .ics_repetitions import first_time, repetitions, start_of


class Occurrence(NamedTuple):
    """One time at which an event takes place."""

    start: datetime.datetime  # as a clock shows it
    length: datetime.timedelta
    event: Event  # the one that says what it does to the owner's time


def occurrences(
    event: Event, of_uid: Sequence[Event], clock: Clock, begin: datetime.datetime, end: datetime.datetime
) -> Iterator[Occurrence]:
    """Yield when an event takes place, except where another one of the same UID replaces it.

    An exception takes place itself, whatever it replaces. From one with RANGE=THISANDFUTURE on, the repetitions are
    moved as far as that one and last as long. Raises BadEventError for what can't be worked out, after all that can.
    """
    if "RECURRENCE-ID" in event:
        for start, length in repetitions(event, clock, begin, end):
            yield Occurrence(start, length, event)
        return
    replaced = {clock.shown(moment(each["RECURRENCE-ID"])): each for each in of_uid if _replaces(each, event)}
    changes = {at: each for at, each in sorted(replaced.items(), key=lambda pair: pair[0]) if _and_future(each)}
    moves = {at: first_time(each, clock)[0] - at for at, each in changes.items()}
    reach = max(map(abs, moves.values()), default=datetime.timedelta())
    for start, length in repetitions(event, clock, begin - reach, end + reach):
        if start in replaced:
            continue
        change = max((at for at in changes if at < start), default=None)
        if change is None:
            yield Occurrence(start, length, event)
        else:
            yield Occurrence(start + moves[change], first_time(changes[change], clock)[1], changes[change])


def _replaces(exception: Event, event: Event) -> bool:
    """Return True if an exception may name a repetition of the event. What can't be told leaves that in place."""
    name = exception.get("RECURRENCE-ID")
    if name is None or isinstance(name, vBroken) or not {"RRULE", "RDATE"} & event.keys():
        return False
    return is_alike(moment(name), start_of(event))


def _and_future(event: Event) -> bool:
    return str(event["RECURRENCE-ID"].params.get("RANGE", "")).upper() == "THISANDFUTURE"
