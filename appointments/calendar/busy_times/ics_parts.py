"""Take a calendar file apart. Uses no Django settings (see ics_process.py)."""

import re
import warnings
from collections import defaultdict
from collections.abc import Iterator

from icalendar import Calendar, Component, Event

from .ics_clock import quoted

PART = re.compile(r"^BEGIN:(VEVENT|VFREEBUSY|VAVAILABILITY)[ \t\r]*$", re.IGNORECASE | re.MULTILINE)


class NotACalendarError(Exception):
    """The text isn't a calendar."""


def calendars_in(text: str) -> list[Calendar]:
    """Return the calendars of a file, usually one; raises NotACalendarError."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of a zone whose name begins with a program's address
            calendars = Calendar.from_ical(quoted(text), multiple=True)
    except MemoryError:
        raise
    except Exception as error:  # the parser raises whatever its parts raise
        raise NotACalendarError from error
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise NotACalendarError
    return calendars


def lines_in(text: str) -> Iterator[int]:
    """Yield the line at which each part begins."""
    line, counted = 1, 0
    for found in PART.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        yield line


def parts_of(calendar: Calendar, lines: Iterator[int]) -> Iterator[tuple[int, list[Component]]]:
    """Yield the events of each UID together, and every other part alone, with the line of the first."""
    groups: dict[str, list[Component]] = defaultdict(list)
    first_line: dict[str, int] = {}
    for number, part in enumerate(calendar.subcomponents):
        if PART.match(f"BEGIN:{part.name}"):
            name = (isinstance(part, Event) and str(part.get("UID", ""))) or f"nameless {number}"
            groups[name].append(part)
            first_line.setdefault(name, next(lines, 0))
    for name, parts in groups.items():
        yield first_line[name], parts
