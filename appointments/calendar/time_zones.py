"""From a place's calendar and clock to moments, exact in the two nights of a year in which the clocks change."""

import datetime
import zoneinfo
from functools import lru_cache

MINUTE = datetime.timedelta(minutes=1)


def exists(day: datetime.date, time: datetime.time, zone: str) -> bool:
    """Return True if a place's clock shows this time on this day: in a spring night 2:30 is left out."""
    return not _gap(datetime.datetime.combine(day, time), zoneinfo.ZoneInfo(zone))


def happens_twice(day: datetime.date, time: datetime.time, zone: str) -> bool:
    """Return True if a place's clock shows this time twice on this day: 1:30 in an autumn night."""
    here = zoneinfo.ZoneInfo(zone)
    naive = datetime.datetime.combine(day, time)
    return not _gap(naive, here) and naive.replace(tzinfo=here).utcoffset() != _later(naive, here).utcoffset()


@lru_cache(maxsize=8192)
def moment(day: datetime.date, time: datetime.time, zone: str) -> datetime.datetime:
    """Return the moment, in UTC, at which a place's clock shows this time on this day.

    A time that the clock leaves out becomes the first moment after the gap, one that it shows twice the first of
    the two. `zone` is a name of the IANA database.
    """
    here = zoneinfo.ZoneInfo(zone)
    naive = datetime.datetime.combine(day, time)
    if not _gap(naive, here):
        return naive.replace(tzinfo=here).astimezone(datetime.UTC)
    # With the offset of after the gap the time lies before it: from there on to where the offset changes.
    before = _later(naive, here).astimezone(datetime.UTC).replace(second=0, microsecond=0)
    offset = before.astimezone(here).utcoffset()
    while before.astimezone(here).utcoffset() == offset:
        before += MINUTE
    return before


def _later(naive: datetime.datetime, here: zoneinfo.ZoneInfo) -> datetime.datetime:
    """Return the second reading of a time that the clock shows twice (PEP 495)."""
    return naive.replace(tzinfo=here, fold=1)


def _gap(naive: datetime.datetime, here: zoneinfo.ZoneInfo) -> bool:
    back = naive.replace(tzinfo=here).astimezone(datetime.UTC).astimezone(here)
    return back.replace(tzinfo=None) != naive
