"""Busy times from a calendar file (RFC 5545) of one physician. Titles and everything else stay in the file."""

import datetime
import re
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator

import recurring_ical_events
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from .rows import BadRowError, BusyRow, Reading, UnreadableFileError

DAYS_BEHIND, DAYS_AHEAD = 1, 400  # what is read of a calendar, from today
MOST_REPETITIONS = 1_000  # of one event within that time; a rule of more is a mistake
EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)
OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")


def read_ics(text: str) -> Reading:
    """Return what keeps the owner of a calendar busy from yesterday on; raises UnreadableFileError for no calendar.

    Events that are transparent or cancelled keep nobody busy. Times without a zone, and whole days, are those of the
    hospital's clock.
    """
    try:
        calendar = Calendar.from_ical(text)
    except Exception as error:  # the parser raises whatever its parts raise
        raise UnreadableFileError(_("This is not a calendar file.")) from error
    if calendar.name != "VCALENDAR":
        raise UnreadableFileError(_("This is not a calendar file."))
    reading = Reading()
    lines = [text.count("\n", 0, found.start()) + 1 for found in EVENT.finditer(text)]
    for line, events in _by_uid(calendar, lines):
        try:
            for row in list(_busy(calendar, events, line)):
                reading.add(row)
        except BadRowError as bad:
            reading.refuse(line, bad)
        except UnreadableFileError:
            raise
        except Exception:  # a strange event must not stop the others
            reading.refuse(line, _("This event cannot be read."))
    return reading


def _by_uid(calendar: Calendar, lines: list[int]) -> Iterator[tuple[int, list[Event]]]:
    """Yield events with the exceptions that belong to them, and the line of the first; by UID."""
    groups: dict[str, list[Event]] = defaultdict(list)
    first_line: dict[str, int] = {}
    for number, event in enumerate(calendar.events):
        uid = str(event.get("UID", "")) or f"nameless {number}"
        groups[uid].append(event)
        first_line.setdefault(uid, lines[number] if number < len(lines) else 0)
    for uid, events in groups.items():
        yield first_line[uid], events


def _busy(calendar: Calendar, events: list[Event], line: int) -> Iterator[BusyRow]:
    """Yield the times of one event and its exceptions within the days that count."""
    today = datetime.datetime.combine(timezone.localdate(), datetime.time(), _hospital())
    begin, end = today - datetime.timedelta(days=DAYS_BEHIND), today + datetime.timedelta(days=DAYS_AHEAD)
    for event in events:
        _check(event)
    for event in _repeated(calendar, events, begin, end):
        if _keeps_busy(event):
            row = BusyRow(start=_moment(event.start), end=_moment(event.end), line=line)
            if row.end > begin and row.start < end:
                yield row


def _repeated(
    calendar: Calendar, events: list[Event], begin: datetime.datetime, end: datetime.datetime
) -> list[Event]:
    """Return each time at which an event takes place; raises BadRowError for too many."""
    if len(events) == 1 and not {"RRULE", "RDATE", "RECURRENCE-ID"} & events[0].keys():
        return events  # by far the most; the library would take a hundred times as long
    alone = Calendar()
    for part in (*events, *calendar.walk("VTIMEZONE")):
        alone.add_component(part)
    found = recurring_ical_events.of(alone).between(begin, end)
    if len(found) > MOST_REPETITIONS:
        raise BadRowError(_("This event repeats too often."))
    return list(found)


def _check(event: Event) -> None:
    """Raise BadRowError for an event that cannot be worked out."""
    if event.errors or "DTSTART" not in event:
        raise BadRowError(_("The times of this event cannot be read."))
    if event.end < event.start:
        raise BadRowError(_("It ends before it begins."))
    rules = event.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        often = any(frequency in OFTEN for frequency in rule.get("FREQ", []))
        if often or any(len(rule.get(part, [])) > 1 for part in WITHIN_A_DAY):
            raise BadRowError(_("This event repeats too often."))


def _keeps_busy(event: Event) -> bool:
    is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    is_cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return not is_free and not is_cancelled and event.end != event.start


def _hospital() -> zoneinfo.ZoneInfo:
    return zoneinfo.ZoneInfo(settings.TIME_ZONE)


def _moment(read: datetime.date) -> datetime.datetime:
    """Return a moment in UTC from a whole day, a time on the hospital's clock or one with a zone."""
    if not isinstance(read, datetime.datetime):
        read = datetime.datetime.combine(read, datetime.time())
    return (read if read.tzinfo else read.replace(tzinfo=_hospital())).astimezone(datetime.UTC)
