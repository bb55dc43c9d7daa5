"""Busy times from a calendar file (RFC 5545) of one physician. Titles and everything else stay in the file."""

import datetime
import json
import subprocess
import sys
import zoneinfo
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from .busy_rows import BadRowError, BusyRow, Reading, UnreadableFileError
from .ics_events import EVENT, Found
from .ics_process import NO_CALENDAR, TOO_MUCH

MOST_EVENTS = 20_000  # in the whole file, including old ones
MOST_SECONDS = 25  # of wall-clock time; the process itself may use much less processor time
ROOT = Path(__file__).resolve().parents[3]


def read_ics(text: str) -> Reading:
    """Return the busy times of a calendar's owner, from yesterday on.

    Transparent and cancelled events don't count. Times without a zone, and whole days, are in the hospital's time
    zone. Raises UnreadableFileError if this isn't a calendar, has too many events or takes too long to read.
    """
    if sum(1 for _event in EVENT.finditer(text)) > MOST_EVENTS:
        raise UnreadableFileError(
            _("The calendar holds more than %(most)s events. Export a shorter period.") % {"most": f"{MOST_EVENTS:,}"}
        )
    return reading_of(_in_a_process(text))


def reading_of(events: Iterable[Found]) -> Reading:
    """Return usable events as rows, and a sentence for each of the others."""
    reading = Reading()
    for line, times, reason in events:
        try:
            if reason:
                raise BadRowError(_sentence(reason))
            for start, end in times:
                reading.add(BusyRow(start=start, end=end, line=line))
        except BadRowError as bad:
            reading.refuse(line, bad)
    return reading


def _in_a_process(text: str) -> list[Found]:
    """Return what ics_process.py finds within its limits."""
    program = [sys.executable, "-m", "appointments.calendar.busy_times.ics_process"]
    arguments = [timezone.localdate(timezone=zoneinfo.ZoneInfo(settings.TIME_ZONE)).isoformat(), settings.TIME_ZONE]
    try:
        ended = subprocess.run(
            [*program, *arguments],
            input=text.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may repeat the file's content
            cwd=ROOT,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _takes_too_long() from error
    if ended.returncode == NO_CALENDAR:
        raise UnreadableFileError(_("This isn't a calendar file."))
    if ended.returncode == TOO_MUCH or ended.returncode < 0:  # killed
        raise _takes_too_long()
    if ended.returncode:
        raise RuntimeError(f"Reading a calendar file ended with code {ended.returncode}.")
    moment = datetime.datetime.fromisoformat
    return [
        Found(line, [(moment(start), moment(end)) for start, end in times], reason)
        for line, times, reason in json.loads(ended.stdout)
    ]


def _takes_too_long() -> UnreadableFileError:
    return UnreadableFileError(
        _("The calendar takes too long to read. Export a shorter time, and look for events that repeat forever.")
    )


def _sentence(reason: str) -> str:
    return {
        "often": _("This event repeats too often."),
        "times": _("The times of this event can't be read."),
        "backwards": _("It ends before it begins."),
        "old": _("This event has repeated for more than 20 years. Check its first day."),
        "slow": _("We couldn't work out when this event repeats."),
    }.get(reason, _("This event can't be read."))
