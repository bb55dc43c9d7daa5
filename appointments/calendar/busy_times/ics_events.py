"""Read the busy times of a calendar file (RFC 5545). Uses no Django settings (see ics_process.py)."""

import dataclasses
import datetime
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from icalendar import Component, Event

from .ics_answers import Answer, answer_to, owners_of
from .ics_clock import OTHER_ZONE, Clock, MislabeledClock, is_unplaced, zone_named
from .ics_exceptions import occurrences
from .ics_free_busy import listed_periods
from .ics_parts import calendars_in, lines_in, parts_of
from .ics_repetitions import BadEventError, Repetition, start_of

DAYS_BEHIND, DAYS_AHEAD = 1, 400  # the part of a calendar that is read, counted from today
DAY = datetime.timedelta(days=1)

Limit = Callable[[], AbstractContextManager[None]]
Period = tuple[datetime.datetime, datetime.datetime]  # the start and the end, in UTC


class TooLongError(BaseException):
    """An event takes too long to compute. Not an Exception, so that a library that catches those can't swallow it."""


class Window(NamedTuple):
    """What is read of a calendar, and how."""

    begin: datetime.datetime
    end: datetime.datetime
    clocks: list[Clock]  # that times without a zone may be on: the hospital's, and the calendar's own if it has one
    owners: set[str]  # e-mail addresses


@dataclasses.dataclass
class Found:
    """A part of a calendar: an event with its exceptions, or a list of busy times."""

    line: int  # in the file
    times: dict[Period, None] = dataclasses.field(default_factory=dict)  # in order, each once
    reason: str = ""  # why it can't be used, or not all of it
    guess: str = ""  # what we don't know about the times


def events_in(
    text: str, today: datetime.date, zone: zoneinfo.ZoneInfo, owner: str = "", limit: Limit = nullcontext
) -> Iterator[Found]:
    """Yield the busy times of a calendar's owner, part by part; raises NotACalendarError.

    Args:
        text: the file.
        today: the day that DAYS_BEHIND and DAYS_AHEAD count from.
        zone: the hospital's time zone.
        owner: the owner's e-mail address in the calendar, if we know it.
        limit: wraps the work on each event and may raise TooLongError inside it.
    """
    calendars, lines = calendars_in(text), lines_in(text)
    midnight = datetime.datetime.combine(today, datetime.time(), zone)
    begin = (midnight - DAYS_BEHIND * DAY).astimezone(datetime.UTC)
    end = (midnight + DAYS_AHEAD * DAY).astimezone(datetime.UTC)
    for calendar in calendars:
        own = zone_named(str(calendar.get("X-WR-TIMEZONE", "")))
        clocks = [Clock(zone), *([Clock(own)] if own and own != zone else [])]
        window = Window(begin, end, clocks, owners_of(calendars, owner))
        for line, parts in parts_of(calendar, lines):
            yield _found(Found(line), parts, window, limit)


def _found(found: Found, parts: list[Component], window: Window, limit: Limit) -> Found:
    """Return what was found with the times of some parts. What can be worked out counts, whatever else goes wrong."""
    try:
        with limit():
            for part in parts:
                _take(found, part, parts, window)
    except TooLongError:
        found.reason = "slow"
    if found.reason == "often":
        found.times = dict.fromkeys(list(found.times)[:1])
    return found


def _take(found: Found, part: Component, parts: list[Component], window: Window) -> None:
    try:
        for clock in _clocks(part, window):
            for start, length in _busy(part, parts, clock, window):
                first, last = clock.period(start, length)
                if first < last and first < window.end and last > window.begin:
                    found.times[max(first, window.begin), min(last, window.end)] = None
        found.guess = found.guess or _guess(part, window)
    except BadEventError as bad:
        found.reason = str(bad)
    except MemoryError:
        raise
    except Exception:  # one odd event must not stop the others
        found.reason = "strange"


def _busy(part: Component, parts: list[Component], clock: Clock, window: Window) -> Iterator[Repetition]:
    """Yield when a part keeps the owner busy, as the clock shows it."""
    begin, end = clock.shown(window.begin) - DAY, clock.shown(window.end) + DAY
    if isinstance(part, Event):
        of_uid = [each for each in parts if isinstance(each, Event)]
        for occurrence in occurrences(part, of_uid, clock, begin, end):
            if answer_to(occurrence.event, window.owners) is not Answer.FREE:
                yield occurrence.start, occurrence.length
    elif part.name == "VFREEBUSY":
        yield from listed_periods(part, clock)
    else:
        raise BadEventError("hours")


def _clocks(part: Component, window: Window) -> list[Clock]:
    """Return the clocks that a part may be on. What's busy on one of them is busy."""
    first = start_of(part) if isinstance(part, Event) else None
    if not isinstance(first, datetime.datetime) or first.tzinfo is None:
        return window.clocks
    if other := zone_named(str(part["DTSTART"].params.get(OTHER_ZONE, ""))):
        return [Clock(first.tzinfo), MislabeledClock(other)]
    # A series in UTC may follow the calendar's own clock into summer time.
    follows = str(first.tzinfo) == "UTC" and {"RRULE", "RDATE"} & part.keys()
    return [Clock(first.tzinfo), *(window.clocks[1:] if follows else [])]


def _guess(part: Component, window: Window) -> str:
    answer = answer_to(part, window.owners) if isinstance(part, Event) else Answer.FREE
    if answer is Answer.MAYBE_FREE:
        return "answer"
    unplaced = any(is_unplaced(part[name]) for name in ("DTSTART", "DTEND") if name in part)
    return "zone" if unplaced and answer is Answer.BUSY else ""
