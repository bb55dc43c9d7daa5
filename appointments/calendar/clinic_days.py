"""The days clinics are open, the days a patient may ask for, and the day by which we answer.

A business day is a day when clinics are open: Monday to Friday except federal holidays, as changed by the hospital's
own list of holidays. A holiday of one clinic changes no business day, only that clinic's hours. The windows are
settings (APPOINTMENTS_EARLIEST_DAYS and so on).

Code that needs the exact list loads a `ClinicCalendar`. The days patients may ask for and our promise may lag behind
the list by five minutes, and then cost no query.
"""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

import holidays
from django.conf import settings
from django.core.cache import caches
from django.utils import timezone

from appointments.models import Holiday

DAY = datetime.timedelta(days=1)
RECENT_SECONDS = 5 * 60


@cache
def _public_holidays() -> holidays.HolidayBase:
    """Return the federal holidays; each year is computed when it is first needed."""
    return holidays.country_holidays("US")


@lru_cache(maxsize=8)  # of one day each
def public_holidays(first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """Return the federal holidays from one day to another, whatever the hospital's own list says of them."""
    days = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day in _public_holidays())


@dataclasses.dataclass(frozen=True)
class ClinicCalendar:
    """The federal holidays, with the days on which the hospital differs from them."""

    own_days: Mapping[tuple[datetime.date, int | None], bool] = dataclasses.field(default_factory=dict)

    @classmethod
    def load(cls) -> "ClinicCalendar":
        """Return the calendar with the hospital's current list of holidays, in one query."""
        return cls.of(Holiday.objects.order_by().values_list("date", "clinic", "clinics_open"))

    @classmethod
    def of(cls, rows: Iterable[tuple[datetime.date, int | None, bool]]) -> "ClinicCalendar":
        """Return the calendar in which these days differ.

        Each is the day, the key of its clinic or None for all, and True if clinics are open all the same.
        """
        return cls({(day, clinic): is_open for day, clinic, is_open in rows})

    @classmethod
    def recent(cls) -> "ClinicCalendar":
        """Return the calendar as of at most five minutes ago, usually without a query."""
        calendar = caches["process"].get("clinic-calendar")
        if calendar is None:
            calendar = cls.load()
            caches["process"].set("clinic-calendar", calendar, RECENT_SECONDS)
        return calendar

    def is_open_by_own_list(self, day: datetime.date, clinic: int | None = None) -> bool | None:
        """Return what the hospital's own list says of a day; None if it doesn't name it.

        What it says of the clinic, by its key, counts before what it says of all. None asks for all of them, and for
        virtual visits.
        """
        return self.own_days.get((day, clinic), self.own_days.get((day, None)))

    def is_holiday(self, day: datetime.date, clinic: int | None = None) -> bool:
        """Return True if a clinic, or all of them, are closed for a holiday. Weekends aren't holidays."""
        is_open = self.is_open_by_own_list(day, clinic)
        return day in _public_holidays() if is_open is None else not is_open

    @staticmethod
    def public_name(day: datetime.date) -> str:
        """Return the name of a federal holiday, or nothing."""
        return str(_public_holidays().get(day, ""))

    def is_clinic_day(self, day: datetime.date, clinic: int | None = None) -> bool:
        """Return True if clinics, or the one with this key, are open on `day`."""
        return day.weekday() < 5 and not self.is_holiday(day, clinic)

    def first_clinic_day_from(self, day: datetime.date, clinic: int | None = None) -> datetime.date:
        """Return `day`, or the first clinic day after it."""
        while not self.is_clinic_day(day, clinic):
            day += DAY
        return day

    def earliest_day(self, today: datetime.date | None = None) -> datetime.date:
        """Return the first day that a patient can ask for."""
        today = today or timezone.localdate()
        return self.first_clinic_day_from(today + datetime.timedelta(days=settings.APPOINTMENTS_EARLIEST_DAYS))

    def days_to_ask_for(
        self, today: datetime.date | None = None, *, clinics: Collection[int] = ()
    ) -> list[datetime.date]:
        """Return every day that a patient can ask for, in order: one of the `clinics`, by their keys, is open then.

        Without any, or if all of them are closed all the time, the days on which clinics are open in general.
        """
        first, last = self.earliest_day(today), latest_day(today)
        days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
        places: Collection[int | None] = clinics or [None]
        found = [day for day in days if any(self.is_clinic_day(day, place) for place in places)]
        return found if found or not clinics else self.days_to_ask_for(today)

    def business_days_after(self, day: datetime.date, number: int) -> datetime.date:
        """Return the day `number` business days later."""
        for _ in range(number):
            day = self.first_clinic_day_from(day + DAY)
        return day

    def answer_by(self, received: datetime.datetime) -> datetime.date:
        """Return the day by which we answer: the second business day after the (local) day of receipt."""
        return self.business_days_after(timezone.localdate(received), settings.APPOINTMENTS_ANSWER_BUSINESS_DAYS)

    def business_days_between(self, first: datetime.date, last: datetime.date) -> int:
        """Return the number of business days after `first`, up to and including `last`; 0 if `last` isn't later."""
        days = (first + datetime.timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(self.is_clinic_day(day) for day in days)

    def business_time(self, start: datetime.datetime, end: datetime.datetime) -> datetime.timedelta:
        """Return the time within business hours from `start` to `end`; zero if `end` isn't later."""
        total = datetime.timedelta()
        opens = datetime.time(settings.APPOINTMENTS_BUSINESS_HOURS[0])
        zone = timezone.get_default_timezone()
        day = timezone.localdate(start, zone)
        while day <= timezone.localdate(end, zone):
            if self.is_clinic_day(day):
                first = max(start, datetime.datetime.combine(day, opens, zone))
                total += max(min(end, closing_of(day)) - first, datetime.timedelta())
            day += DAY
        return total

    def first_closing_from(self, moment: datetime.datetime) -> datetime.datetime:
        """Return the first moment, this one or later, at which a business day closes."""
        day = timezone.localdate(moment, timezone.get_default_timezone())
        while not self.is_clinic_day(day) or closing_of(day) < moment:
            day += DAY
        return closing_of(day)

    def last_closing_until(self, moment: datetime.datetime) -> datetime.datetime:
        """Return the last moment, this one or earlier, at which a business day closes."""
        day = timezone.localdate(moment, timezone.get_default_timezone())
        while not self.is_clinic_day(day) or closing_of(day) > moment:
            day -= DAY
        return closing_of(day)


def closing_of(day: datetime.date) -> datetime.datetime:
    """Return when business hours end on a day."""
    closes = datetime.time(settings.APPOINTMENTS_BUSINESS_HOURS[1])
    return datetime.datetime.combine(day, closes, timezone.get_default_timezone())


def is_clinic_day(day: datetime.date) -> bool:
    """Return True if clinics are open on `day`."""
    return ClinicCalendar.load().is_clinic_day(day)


def earliest_day(today: datetime.date | None = None) -> datetime.date:
    """Return the first day that a patient can ask for."""
    return ClinicCalendar.recent().earliest_day(today)


def latest_day(today: datetime.date | None = None) -> datetime.date:
    """Return the last day that a patient can ask for, whether or not clinics are open on it."""
    return (today or timezone.localdate()) + datetime.timedelta(days=settings.APPOINTMENTS_LATEST_DAYS)


def days_to_ask_for(today: datetime.date | None = None, *, clinics: Collection[int] = ()) -> list[datetime.date]:
    """Return every day that a patient can ask for at one of the clinics, or in general without any, in order."""
    return ClinicCalendar.recent().days_to_ask_for(today, clinics=clinics)


def answer_by(received: datetime.datetime) -> datetime.date:
    """Return the day by which we answer: the second business day after the (local) day of receipt."""
    return ClinicCalendar.recent().answer_by(received)


def urgent_answer_by(received: datetime.datetime) -> datetime.date:
    """Return the day by which we answer something urgent: APPOINTMENTS_URGENT_BUSINESS_DAYS after this moment."""
    return business_days_after(timezone.localdate(received), settings.APPOINTMENTS_URGENT_BUSINESS_DAYS)


def business_days_after(day: datetime.date, number: int) -> datetime.date:
    """Return the day `number` business days later."""
    return ClinicCalendar.recent().business_days_after(day, number)


def business_days_between(first: datetime.date, last: datetime.date) -> int:
    """Return the number of business days after `first`, up to and including `last`; 0 if `last` isn't later."""
    return ClinicCalendar.recent().business_days_between(first, last)


def business_time(start: datetime.datetime, end: datetime.datetime) -> datetime.timedelta:
    """Return the time within business hours from `start` to `end`; zero if `end` isn't later."""
    return ClinicCalendar.recent().business_time(start, end)
