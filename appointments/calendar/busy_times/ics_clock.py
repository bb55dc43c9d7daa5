"""Put the times of a calendar file on one clock. Uses no Django settings (see ics_process.py)."""

import dataclasses
import datetime
import re
import zoneinfo
from functools import cache
from typing import Any

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

# A zone with a colon needs quotation marks, but Outlook doesn't always write them:
# TZID=tzone://Microsoft/Custom:20261201T090000
BARE_ZONE = re.compile(r"(;TZID=)([^\";,\r\n]*:[^\"\r\n]*?)(?=:\d{8}(?!\d))", re.IGNORECASE)
# UTC and a zone contradict each other: DTSTART;TZID=America/New_York:20261201T140000Z
ZONE_AND_UTC = re.compile(r";TZID=(?=(?:\"[^\"\r\n]*\"|[^\":;\r\n]*)(?:;[^:\r\n]*)?:\d{8}T\d{6}Z)", re.IGNORECASE)
OTHER_ZONE = "X-TZID"
FOLD = re.compile(r"\r?\n[ \t]")


def quoted(text: str) -> str:
    """Return a calendar's text without folds, with quotation marks around each zone that needs them.

    A zone beside a time in UTC becomes its OTHER_ZONE.
    """
    return ZONE_AND_UTC.sub(f";{OTHER_ZONE}=", BARE_ZONE.sub(r'\1"\2"', FOLD.sub("", text)))


@dataclasses.dataclass(frozen=True)
class Clock:
    """The clock that the times of a series are written on. What it shows are times without a zone."""

    zone: datetime.tzinfo

    def shown(self, read: datetime.date) -> datetime.datetime:
        """Return a time as this clock shows it: a day as its midnight, a time without a zone as it is."""
        if not isinstance(read, datetime.datetime):
            return datetime.datetime.combine(read, datetime.time())
        return read.astimezone(self.zone).replace(tzinfo=None) if read.tzinfo else read

    def period(
        self, start: datetime.datetime, length: datetime.timedelta
    ) -> tuple[datetime.datetime, datetime.datetime]:
        """Return the start and the end in UTC: the longest period that may be meant when the clocks change."""
        first = start.replace(tzinfo=self.zone).astimezone(datetime.UTC)
        last = (start + length).replace(tzinfo=self.zone, fold=1).astimezone(datetime.UTC)
        return first, max(last, first + length)


class MislabeledClock(Clock):
    """A clock whose times the file calls UTC."""

    def shown(self, read: datetime.date) -> datetime.datetime:
        """Return a time as the file gives it, whatever zone it names."""
        return super().shown(read.replace(tzinfo=None) if isinstance(read, datetime.datetime) else read)


def moment(prop: Any) -> datetime.date:
    """Return the day or the time of a property, in the zone that it names if anyone knows that zone."""
    read: datetime.date = prop.dt
    if not isinstance(read, datetime.datetime):
        return read
    if str(prop.params.get("VALUE", "")).upper() == "DATE":  # a day, although it names a zone
        return read.date()
    zone = None if read.tzinfo else zone_named(str(prop.params.get("TZID", "")))
    return read.replace(tzinfo=zone) if zone else read


def is_alike(one: datetime.date, other: datetime.date) -> bool:
    """Return True for two days, two times with a zone, or two without: only those can name the same repetition."""
    return _kind(one) == _kind(other)


def _kind(read: datetime.date) -> str:
    if not isinstance(read, datetime.datetime):
        return "day"
    return "placed" if read.tzinfo else "floating"


def is_unplaced(prop: Any) -> bool:
    """Return True for a time in a zone that neither the file nor we know, or in two zones."""
    read = moment(prop)
    is_unknown = isinstance(read, datetime.datetime) and read.tzinfo is None and "TZID" in prop.params
    return is_unknown or OTHER_ZONE in prop.params


@cache
def zone_named(name: str) -> zoneinfo.ZoneInfo | None:
    """Return the zone of this name in the IANA database or in Windows, whatever its case; None for another name.

    Some programs put an address of their own before it: “/mozilla.org/20050126_1/America/New_York”.
    """
    known, parts = _zones(), name.strip().strip("/").lower().split("/")
    for first in range(len(parts)):
        if key := known.get("/".join(parts[first:])):
            return zoneinfo.ZoneInfo(key)
    return None


@cache
def _zones() -> dict[str, str]:
    known = {name.lower(): name for name in zoneinfo.available_timezones()}
    return known | {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}
