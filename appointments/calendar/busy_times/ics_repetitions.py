"""Work out when an event of a calendar takes place (RFC 5545). Uses no Django settings (see ics_process.py).

What may be meant in two ways is read so that the owner is busy longer.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from dateutil.rrule import rrule, rrulestr
from icalendar import Event
from icalendar.prop import vBroken, vRecur

from .ics_clock import Clock, is_alike, moment

DAY = datetime.timedelta(days=1)
MOST_REPETITIONS = 10_000  # of one event in the time that is read; more must be a mistake
YEARS_BACK = 100  # every repetition since the first is computed
NEEDED = {"DTEND", "DURATION", "RRULE", "RDATE"}

Repetition = tuple[datetime.datetime, datetime.timedelta]  # the start, as a clock shows it, and the length


class BadEventError(Exception):
    """An event can't be used, or not all of it. `str()` is a code for the reason; ics_file.py has the sentences."""


def repetitions(event: Event, clock: Clock, begin: datetime.datetime, end: datetime.datetime) -> Iterator[Repetition]:
    """Yield when an event takes place between two times of its clock, and always its first time.

    Raises BadEventError for what can't be worked out, after all that can.
    """
    start, length = first_time(event, clock)
    left_out = {
        clock.shown(moment(each)) for each in _each(event, "EXDATE") if is_alike(moment(each), start_of(event))
    }
    found = {start: length}
    if start not in left_out:
        yield start, length
    repeats = {"RRULE", "RDATE"} & event.keys()  # few do
    for again, lasts in _more(event, clock, begin - max(length, DAY), end) if repeats else ():
        if again in left_out or found.get(again, -DAY) >= lasts:
            continue
        found[again] = lasts
        if len(found) > MOST_REPETITIONS:
            raise BadEventError("often")
        yield again, lasts
    if any(name in NEEDED for name, _why in event.errors):
        raise BadEventError("times")
    if start != clock.shown(start_of(event)):
        raise BadEventError("backwards")


def first_time(event: Event, clock: Clock) -> Repetition:
    """Return an event's start and length; raises BadEventError if its start can't be read.

    One that ends before it begins takes the time in between.
    """
    start, length = clock.shown(start_of(event)), _lasting(event, clock)
    return (start, length) if length >= datetime.timedelta() else (start + length, -length)


def start_of(event: Event) -> datetime.date:
    """Return the day or time at which an event begins first; raises BadEventError if that can't be read."""
    try:
        return moment(event["DTSTART"])
    except Exception as error:  # none, two, or nonsense
        raise BadEventError("times") from error


def _lasting(event: Event, clock: Clock) -> datetime.timedelta:
    start = start_of(event)
    broken = {name for name, _why in event.errors} if event.errors else ()
    lengths: list[datetime.timedelta] = []
    duration: Any = event.get("DURATION")
    if "DTEND" in event and "DTEND" not in broken:
        lengths.append(clock.shown(moment(event["DTEND"])) - clock.shown(start))
    if duration is not None and "DURATION" not in broken:
        lengths.append(duration.dt)
    length = max(lengths, default=datetime.timedelta())
    if not isinstance(start, datetime.datetime) and datetime.timedelta() <= length < DAY:
        return DAY
    return length


def _more(event: Event, clock: Clock, begin: datetime.datetime, end: datetime.datetime) -> Iterator[Repetition]:
    _start, length = first_time(event, clock)
    for each in _each(event, "RDATE"):
        if isinstance(each.dt, tuple):
            first, last = each.dt
            first = clock.shown(first)
            yield first, last if isinstance(last, datetime.timedelta) else clock.shown(last) - first
        else:
            yield clock.shown(moment(each)), length
    for rule in _rules(event, clock, begin):
        for again in rule:
            if again > end:
                break
            if again >= begin:
                yield again, length


def _each(event: Event, name: str) -> Iterator[Any]:
    """Yield each date of EXDATE or RDATE, which may be lists and may occur several times."""
    for prop in _as_list(event.get(name)):
        if not isinstance(prop, vBroken):
            for each in prop.dts:
                each.params = prop.params  # the zone is named once for the list
                yield each


def _as_list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]


def _rules(event: Event, clock: Clock, begin: datetime.datetime) -> Iterator[rrule]:
    """Yield the rules of an event; raises BadEventError for one that can't be worked out."""
    start, _length = first_time(event, clock)
    for given in _as_list(event.get("RRULE")):
        if not isinstance(given, vRecur):
            continue  # unreadable, which is reported in the end
        if start.year < begin.year - YEARS_BACK and given.get("FREQ") != ["YEARLY"]:
            raise BadEventError("old")
        if any(interval < 1 for interval in given.get("INTERVAL", [])):  # would never end
            raise BadEventError("strange")
        for parts in _alternatives(given):
            until = parts.pop("UNTIL", [None])[0]
            rule = rrulestr(vRecur(parts).to_ical().decode(), dtstart=start)
            yield rule if until is None else rule.replace(until=_last(until, start_of(event), clock))


def _last(until: datetime.date, first: datetime.date, clock: Clock) -> datetime.datetime:
    """Return the last moment that UNTIL includes. Without a zone it's on the event's own clock."""
    if not isinstance(until, datetime.datetime):
        return datetime.datetime.combine(until, datetime.time.max)
    if isinstance(first, datetime.datetime):
        return clock.shown(until)
    return max(clock.shown(until), until.replace(tzinfo=None))  # programs disagree about whole days


def _alternatives(rule: vRecur) -> Iterator[dict[str, Any]]:
    """Yield rules that give together what the rule gives, in parts that dateutil works out right."""
    parts = {name: value for name, value in rule.items() if (name, value) != ("RSCALE", ["GREGORIAN"])}
    if any(count < 0 for count in parts.get("COUNT", [])):  # some programs write “forever” like this
        del parts["COUNT"]
    days = parts.get("BYDAY", [])
    counted = [day for day in days if any(sign.isdigit() for sign in day)]
    plain = [day for day in days if day not in counted]
    if counted and plain and "BYSETPOS" in parts:
        raise BadEventError("strange")
    for some in (counted, plain) if counted and plain else (days,):
        alternative = parts | ({"BYDAY": some} if some else {})
        if "COUNT" in parts and "UNTIL" in parts:  # the later one ends it
            for other in ("COUNT", "UNTIL"):
                yield {name: value for name, value in alternative.items() if name != other}
        else:
            yield alternative
