"""The process that reads a calendar file: `python -m appointments.calendar.busy_times.ics_process DAY ZONE OWNER`.

A few bytes of a calendar can keep the parser, or a recurrence rule, busy forever. Nothing in a thread of the web
server can stop that, but the kernel can stop a process. The file comes on standard input and the events leave as JSON.
The exit code is NO_CALENDAR if the file isn't a calendar and TOO_MUCH if it needs too much memory; when time is up,
the process is killed.
"""

import contextlib
import datetime
import json
import resource
import signal
import sys
import zoneinfo
from collections.abc import Iterator

from .busy_rows import MOST_ROWS
from .ics_events import TooLongError, events_in
from .ics_parts import NotACalendarError

NO_CALENDAR, TOO_MUCH = 3, 4
MOST_SECONDS = 10  # of processor time, for a whole file
MOST_SECONDS_OF_EVENT = 0.5
MOST_MEMORY = 512 * 1024 * 1024


def main() -> int:
    """Read, write and return the exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGVTALRM, _stop)
    today, zone, owner = datetime.date.fromisoformat(sys.argv[1]), zoneinfo.ZoneInfo(sys.argv[2]), sys.argv[3]
    found, number = [], 0
    try:
        for event in events_in(sys.stdin.buffer.read().decode(), today, zone, owner, limit=_limit):
            times = [(start.isoformat(), end.isoformat()) for start, end in event.times]
            found.append((event.line, times, event.reason, event.guess))
            number += len(times)
            if number > MOST_ROWS:
                break  # the reader refuses the file
        json.dump(found, sys.stdout)
    except (NotACalendarError, RecursionError):  # real calendars don't nest hundreds of levels deep
        return NO_CALENDAR
    except MemoryError:
        return TOO_MUCH
    return 0


@contextlib.contextmanager
def _limit() -> Iterator[None]:
    """Raise TooLongError inside the block once it has used too much processor time."""
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS_OF_EVENT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _stop(*_args: object) -> None:
    raise TooLongError


if __name__ == "__main__":
    sys.exit(main())
