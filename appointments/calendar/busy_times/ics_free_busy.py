"""Read busy times that a calendar lists without events (VFREEBUSY). Uses no Django settings (see ics_process.py)."""

import datetime
from collections.abc import Iterator

from icalendar import Component, FreeBusy
from icalendar.prop import vPeriod

from .ics_clock import Clock
from .ics_repetitions import BadEventError

FreeBusy.ignore_exceptions = True  # one odd line must not make the whole file unreadable


def listed_periods(part: Component, clock: Clock) -> Iterator[tuple[datetime.datetime, datetime.timedelta]]:
    """Yield each period that isn't free, as the clock shows it. A type that we don't know is busy (RFC 5545 3.2.9).

    Raises BadEventError if some can't be read, after those that can.
    """
    given = part.get("FREEBUSY", [])
    for period in given if isinstance(given, list) else [given]:
        if isinstance(period, vPeriod) and str(period.params.get("FBTYPE", "")).upper() != "FREE":
            start = clock.shown(period.start)
            yield start, clock.shown(period.end) - start
    if part.errors:
        raise BadEventError("times")
