"""Turn a local date and time into UTC, correctly in the two nights of the year when the clocks change."""

import datetime
import zoneinfo
from functools import lru_cache

MINUTE = datetime.timedelta(minutes=1)


def exists(day: datetime.date, time: datetime.time, zone: str) -> bool:
    """Return True if this local time exists on this day. When the clocks go forward, 2:30 doesn't."""
    return not _gap(datetime.datetime.combine(day, time), zoneinfo.ZoneInfo(zone))


def happens_twice(day: datetime.date, time: datetime.time, zone: str) -> bool:
    """Return True if this local time happens twice on this day, as 1:30 does when the clocks go back."""
    here = zoneinfo.ZoneInfo(zone)
    naive = datetime.datetime.combine(day, time)
    return not _gap(naive, here) and naive.replace(tzinfo=here).utcoffset() != _later(naive, here).utcoffset()


@lru_cache(maxsize=8192)
def moment(day: datetime.date, time: datetime.time, zone: str) -> datetime.datetime:
    """Return a local date and time in UTC. `zone` is an IANA name.

    A time that doesn't exist becomes the first moment after the gap. A time that happens twice means the first one.
    """
    here = zoneinfo.ZoneInfo(zone)
    naive = datetime.datetime.combine(day, time)
    if not _gap(naive, here):
        return naive.replace(tzinfo=here).astimezone(datetime.UTC)
    # Read with the offset after the gap, the time lies before the gap. Go forward until the offset changes.
    before = _later(naive, here).astimezone(datetime.UTC).replace(second=0, microsecond=0)
    offset = before.astimezone(here).utcoffset()
    while before.astimezone(here).utcoffset() == offset:
        before += MINUTE
    return before


def _later(naive: datetime.datetime, here: zoneinfo.ZoneInfo) -> datetime.datetime:
    """Return the second of two times with the same local reading (PEP 495)."""
    return naive.replace(tzinfo=here, fold=1)


def _gap(naive: datetime.datetime, here: zoneinfo.ZoneInfo) -> bool:
    back = naive.replace(tzinfo=here).astimezone(datetime.UTC).astimezone(here)
    return back.replace(tzinfo=None) != naive
