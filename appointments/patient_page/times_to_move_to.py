"""The free times that a visit can be moved to, as the page offers them and as a browser sends them back."""

import datetime
import itertools
import zoneinfo
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from appointments.calendar.free_times import FreeTime
from appointments.calendar.matching_times import free_times_to_move_to
from appointments.models import Appointment
from appointments.models.appointment import time_in_words
from appointments.services.visits.free_time_value import value_of, wanted_from
from appointments.services.visits.reservations import Wanted
from physicians.models import Location

from .day_and_time import when

DAYS_A_PAGE = 5  # days with free times


class TimeToChoose(NamedTuple):
    """A free time: what the radio button sends, and what is written beside it."""

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


def wanted_for(visit: Appointment, value: str) -> Wanted | None:
    """Return the time that a form has sent for this visit, or None for what the page never offers.

    The physician stays the same. So does the kind of visit: patients call us to change that.
    """
    wanted = wanted_from(value)
    if wanted is None or wanted.physician_id != visit.physician_id:
        return None
    return wanted if (wanted.location_id is None) == visit.is_virtual else None


def when_of(wanted: Wanted, visit: Appointment, location: Location | None) -> str:
    """Return a wanted time in words, on the clock of its place."""
    zone = location.time_zone if location else visit.time_zone
    return time_in_words(wanted.start.astimezone(zoneinfo.ZoneInfo(zone)))


def page_of_times(request: HttpRequest, visit: Appointment) -> Page:
    """Return the days from `?from=` on, which may be anything; five queries at most."""
    free = sorted(free_times_to_move_to(visit, first=datetime.date.min, last=datetime.date.max), key=_day)
    days = [(day, list(times)) for day, times in itertools.groupby(free, key=_day)]
    asked = _day_asked_for(request)
    begin = next((number for number, (day, _) in enumerate(days) if asked is None or day >= asked), len(days))
    if begin == len(days):  # later than the last free time, or none at all
        begin = max(0, len(days) - DAYS_A_PAGE)
    end = begin + DAYS_A_PAGE
    shown = days[begin:end]
    names = _other_places([time for _, times in shown for time in times], visit)
    return Page(
        days=[_on_day(day, times, visit, names) for day, times in shown],
        earlier=days[max(0, begin - DAYS_A_PAGE)][0] if begin else None,
        later=days[end][0] if end < len(days) else None,
    )


def _day_asked_for(request: HttpRequest) -> datetime.date | None:
    try:
        return parse_date(request.GET.get("from", ""))
    except ValueError:  # the 31st of February
        return None


def _other_places(times: list[FreeTime], visit: Appointment) -> dict[int, str]:
    """Return the names of the clinics other than the visit's own, by key."""
    places = {time.location_id for time in times if time.location_id and time.location_id != visit.location_id}
    return dict(Location.objects.filter(pk__in=places).values_list("pk", "name")) if places else {}


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
    return TimeToChoose(value_of(time), clock, elsewhere)
