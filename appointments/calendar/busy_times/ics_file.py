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
from .ics_events import Found
from .ics_parts import PART
from .ics_process import NO_CALENDAR, TOO_MUCH

MOST_EVENTS = 20_000  # in the whole file, including old ones
MOST_SECONDS = 25  # of wall-clock time; the process itself may use much less processor time
ROOT = Path(__file__).resolve().parents[3]


def read_ics(text: str, owner: str = "") -> Reading:
    """Return the busy times of a calendar's owner, from yesterday on.

    Transparent, cancelled and declined events don't count. Times without a zone, and whole days, are in the hospital's
    time zone. What can be meant in several ways is busy in all of them. `owner` is the physician's e-mail address in
    the calendar, by which we know their answers. Raises UnreadableFileError if this isn't a calendar, has too many
    events or takes too long to read.
    """
    if sum(1 for _event in PART.finditer(text)) > MOST_EVENTS:
        raise UnreadableFileError(
            _("The calendar holds more than %(most)s events. Export a shorter period.") % {"most": f"{MOST_EVENTS:,}"}
        )
    return reading_of(_in_a_process(text, owner))


def reading_of(events: Iterable[Found]) -> Reading:
    """Return the times of events as rows, with a sentence for each event that isn't known or read in full."""
    reading = Reading()
    for event in events:
        try:
            for start, end in event.times:
                reading.add(BusyRow(start=start, end=end, line=event.line, is_guess=bool(event.guess)))
            if event.reason:
                raise BadRowError(_sentence(event.reason))
        except BadRowError as bad:
            reading.refuse(event.line, bad)
        if event.guess and event.times:
            reading.guess(event.line, _sentence(event.guess))
    return reading


def _in_a_process(text: str, owner: str) -> list[Found]:
    """Return what ics_process.py finds within its limits."""
    program = [sys.executable, "-m", "appointments.calendar.busy_times.ics_process"]
    arguments = [timezone.localdate(timezone=zoneinfo.ZoneInfo(settings.TIME_ZONE)).isoformat(), settings.TIME_ZONE]
    try:
        ended = subprocess.run(
            [*program, *arguments, owner],
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
        Found(line, {(moment(start), moment(end)): None for start, end in times}, reason, guess)
        for line, times, reason, guess in json.loads(ended.stdout)
    ]


def _takes_too_long() -> UnreadableFileError:
    return UnreadableFileError(
        _("The calendar takes too long to read. Export a shorter time, and look for events that repeat forever.")
    )


def _sentence(code: str) -> str:
    return {
        "often": _("This event repeats too often. Only its first time is busy here."),
        "times": _("Not all times of this event can be read. Those that can are busy here."),
        "backwards": _("This event ends before it begins. The time in between is busy here."),
        "old": _("This event has repeated for more than 100 years. Check its first day."),
        "slow": _("We couldn't work out when this event repeats. The times that we found are busy here."),
        "hours": _("Hours of availability aren't read. Enter them on the physician's page."),
        "zone": _(
            "We don't know for sure which time zone this event is in. All times that it may mean are busy here."
        ),
        "answer": _(
            "This invitation is marked as free, or someone declined it, but we don't know whether that's the "
            "physician's answer. It's busy here. Enter the physician's e-mail address and import the file again."
        ),
    }.get(code, _("This event can't be read in full. Check when it takes place."))
