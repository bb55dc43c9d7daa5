"""The free times that a visit can be moved to, as the page offers them and as a browser sends them back."""

import datetime
import itertools
import re
import zoneinfo
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from appointments.calendar.free_times import FreeTime
from appointments.calendar.matching_times import free_times_to_move_to
from appointments.models import Appointment
from appointments.models.appointment import time_in_words
from appointments.services.visits.reservations import Wanted
from physicians.models import Location

from .day_and_time import when

DAYS_A_PAGE = 5  # days with free times
BY_VIDEO = "video"
YEARS = range(2000, 2101)  # what a browser sends beyond them is no time of ours
STAMP = "%Y%m%dT%H%MZ"
VALUE = re.compile(rf"(\d{{8}}T\d{{4}}Z)-(\d{{1,9}}|{BY_VIDEO})", re.ASCII)


class TimeToChoose(NamedTuple):
    """A free time: what the radio button sends, and what stands beside it."""

    value: str
    clock: str
    elsewhere: str  # the clinic, where it is another one than now


class Day(NamedTuple):
    """A day with its free times, those at the same place first. A time in another zone than `zone` names its own."""

    date: datetime.date
    words: str
    zone: str
    times: list[TimeToChoose]


class Page(NamedTuple):
    """A few days with free times. `earlier` and `later` are the first days of the pages beside it."""

    days: list[Day]
    earlier: datetime.date | None
    later: datetime.date | None


def value_of(start: datetime.datetime, location_id: int | None) -> str:
    """Return what stands for a time of the visit's physician in a form: “20261201T1430Z-3”, “20261201T1430Z-video”."""
    return f"{start.astimezone(datetime.UTC):{STAMP}}-{location_id or BY_VIDEO}"


def wanted_from(value: str, visit: Appointment) -> Wanted | None:
    """Return the time that a form has sent, with the visit's physician; None for what the page has never offered.

    Whether it is free is for the service to say. A visit by video stays one, a visit at a clinic too: the other kind
    needs a word with us first.
    """
    found = VALUE.fullmatch(value)
    if found is None:
        return None
    stamp, place = found.groups()
    try:
        start = datetime.datetime.strptime(stamp, STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    if start.year not in YEARS:
        return None
    location_id = None if place == BY_VIDEO else int(place)
    if (location_id is None) != visit.is_virtual:
        return None
    return Wanted(physician_id=visit.physician_id, location_id=location_id, start=start)


def when_of(wanted: Wanted, visit: Appointment, location: Location | None) -> str:
    """Return a wanted time in words, on the clock of its place."""
    zone = location.time_zone if location else visit.time_zone
    return time_in_words(wanted.start.astimezone(zoneinfo.ZoneInfo(zone)))


def page_of_times(request: HttpRequest, visit: Appointment) -> Page:
    """Return the days from `?from=` on, which may be anything; five queries at most."""
    days = _days(visit)
    asked = _day_asked_for(request)
    begin = next((number for number, day in enumerate(days) if asked is None or day.date >= asked), len(days))
    if begin == len(days):  # later than the last free time, or none at all
        begin = max(0, len(days) - DAYS_A_PAGE)
    end = begin + DAYS_A_PAGE
    return Page(
        days=days[begin:end],
        earlier=days[max(0, begin - DAYS_A_PAGE)].date if begin else None,
        later=days[end].date if end < len(days) else None,
    )


def _day_asked_for(request: HttpRequest) -> datetime.date | None:
    try:
        return parse_date(request.GET.get("from", ""))
    except ValueError:  # the 31st of February
        return None


def _days(visit: Appointment) -> list[Day]:
    free = free_times_to_move_to(visit, first=datetime.date.min, last=datetime.date.max)
    places = {time.location_id for time in free if time.location_id and time.location_id != visit.location_id}
    names = dict(Location.objects.filter(pk__in=places).values_list("pk", "name")) if places else {}
    return [
        _on_day(day, list(times), visit, names) for day, times in itertools.groupby(sorted(free, key=_day), key=_day)
    ]


def _day(time: FreeTime) -> datetime.date:
    return time.local_start.date()


def _on_day(day: datetime.date, times: list[FreeTime], visit: Appointment, names: dict[int, str]) -> Day:
    times.sort(key=lambda time: _nearest_first(time, visit))
    first = when(times[0].local_start)
    return Day(day, first.day, first.zone, [_to_choose(time, names, first.zone) for time in times])


def _nearest_first(time: FreeTime, visit: Appointment) -> tuple[bool, int, datetime.datetime]:
    return time.location_id != visit.location_id, time.location_id or 0, time.start


def _to_choose(time: FreeTime, names: dict[int, str], zone: str) -> TimeToChoose:
    moment = when(time.local_start)
    elsewhere = names.get(time.location_id, "") if time.location_id else ""
    clock = moment.hour if moment.zone == zone else moment.clock
    return TimeToChoose(value_of(time.start, time.location_id), clock, elsewhere)
