"""Read the events of a calendar file (RFC 5545). Uses no Django settings, because it runs in a process of its own."""

import datetime
import re
import zoneinfo
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

import recurring_ical_events
from icalendar import Calendar, Component, Event

DAYS_BEHIND, DAYS_AHEAD = 1, 400  # the part of a calendar that is read, counted from today
MOST_REPETITIONS = 1_000  # of one event in that time; more must be a mistake
YEARS_BACK = 20  # every repetition since the first is computed; older series must be a mistake
EVENT = re.compile(r"^BEGIN:VEVENT[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")

Times = list[tuple[datetime.datetime, datetime.datetime]]  # of the start and the end, in UTC


class NotACalendarError(Exception):
    """The text isn't a calendar."""


class BadEventError(Exception):
    """An event can't be used. `str()` is a code for the reason; ics_file.py has the sentences."""


class TooLongError(BaseException):
    """An event takes too long to compute. Not an Exception, so that a library that catches those can't swallow it."""


class Found(NamedTuple):
    """An event with its exceptions."""

    line: int  # in the file
    times: Times
    reason: str = ""  # why it can't be used


def events_in(
    text: str,
    today: datetime.date,
    zone: zoneinfo.ZoneInfo,
    limit: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Iterator[Found]:
    """Yield the busy times of a calendar's owner, event by event; raises NotACalendarError.

    Args:
        text: the file.
        today: the day that DAYS_BEHIND and DAYS_AHEAD count from.
        zone: the time zone of whole days and of times without a zone.
        limit: wraps the work on each event and may raise TooLongError inside it.
    """
    calendar = _parsed(text)
    zones = calendar.walk("VTIMEZONE")  # once: it goes through the whole file
    midnight = datetime.datetime.combine(today, datetime.time(), zone)
    begin, end = midnight - datetime.timedelta(days=DAYS_BEHIND), midnight + datetime.timedelta(days=DAYS_AHEAD)
    for line, events in _by_uid(calendar, _lines(text)):
        try:
            with limit():
                times = _busy(events, zones, begin, end)
            yield Found(line, times)
        except BadEventError as bad:
            yield Found(line, [], str(bad))
        except TooLongError:
            yield Found(line, [], "slow")
        except MemoryError:
            raise
        except Exception:  # one odd event must not stop the others
            yield Found(line, [], "strange")


def _parsed(text: str) -> Calendar:
    try:
        calendar = Calendar.from_ical(text)
    except MemoryError:
        raise
    except Exception as error:  # the parser raises whatever its parts raise
        raise NotACalendarError from error
    if calendar.name != "VCALENDAR":
        raise NotACalendarError
    return calendar


def _lines(text: str) -> list[int]:
    """Return the line of each event."""
    lines, line, counted = [], 1, 0
    for found in EVENT.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        lines.append(line)
    return lines


def _by_uid(calendar: Calendar, lines: list[int]) -> Iterator[tuple[int, list[Event]]]:
    """Yield each event with its exceptions (same UID), and the line of the first."""
    groups: dict[str, list[Event]] = defaultdict(list)
    first_line: dict[str, int] = {}
    for number, event in enumerate(calendar.events):
        uid = str(event.get("UID", "")) or f"nameless {number}"
        groups[uid].append(event)
        first_line.setdefault(uid, lines[number] if number < len(lines) else 0)
    for uid, events in groups.items():
        yield first_line[uid], events


def _busy(events: list[Event], zones: list[Component], begin: datetime.datetime, end: datetime.datetime) -> Times:
    """Return the busy times of one event and its exceptions between `begin` and `end`."""
    for event in events:
        _check(event, begin)
    times = []
    for event in _repeated(events, zones, begin, end):
        if _keeps_busy(event):
            first, last = _moment(event.start, begin.tzinfo), _moment(event.end, begin.tzinfo)
            if last > begin and first < end:
                times.append((first, last))
    return times


def _repeated(
    events: list[Event], zones: list[Component], begin: datetime.datetime, end: datetime.datetime
) -> list[Event]:
    """Return every occurrence of an event; raises BadEventError if there are too many."""
    if len(events) == 1 and not {"RRULE", "RDATE", "RECURRENCE-ID"} & events[0].keys():
        return events  # nearly all events; the library would take a hundred times as long
    alone = Calendar()
    for part in (*events, *zones):
        alone.add_component(part)
    found = recurring_ical_events.of(alone).between(begin, end)
    if len(found) > MOST_REPETITIONS:
        raise BadEventError("often")
    return list(found)


def _check(event: Event, begin: datetime.datetime) -> None:
    """Raise BadEventError for an event that can't be computed."""
    if event.errors or "DTSTART" not in event:
        raise BadEventError("times")
    if event.end < event.start:
        raise BadEventError("backwards")
    rules = event.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        often = any(frequency in OFTEN for frequency in rule.get("FREQ", []))
        if often or any(len(rule.get(part, [])) > 1 for part in WITHIN_A_DAY):
            raise BadEventError("often")
        if any(interval < 1 for interval in rule.get("INTERVAL", [])):  # would never end
            raise BadEventError("strange")
        if event.start.year < begin.year - YEARS_BACK:
            raise BadEventError("old")


def _keeps_busy(event: Event) -> bool:
    is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    is_cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return not is_free and not is_cancelled and event.end != event.start


def _moment(read: datetime.date, zone: datetime.tzinfo | None) -> datetime.datetime:
    """Return a time in UTC, taking whole days and times without a zone to be in `zone`."""
    if not isinstance(read, datetime.datetime):
        read = datetime.datetime.combine(read, datetime.time())
    return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(datetime.UTC)
