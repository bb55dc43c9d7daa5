"""Which days clinics are open, which of them a patient may ask for, and by when we answer.

The numbers are patients.md's: from 5 days ahead, rolled to a clinic day, to 120 days ahead; an answer within
2 business days. A business day is a clinic day: Monday to Friday without the federal holidays.
"""

import datetime
from functools import cache

import holidays
from django.conf import settings
from django.utils import timezone


@cache
def _public_holidays() -> holidays.HolidayBase:
    """Return the federal holidays; the years are worked out as they are asked for."""
    return holidays.country_holidays("US")


def is_clinic_day(day: datetime.date) -> bool:
    """Tell whether clinics are open on `day`."""
    return day.weekday() < 5 and day not in _public_holidays()


def first_clinic_day_from(day: datetime.date) -> datetime.date:
    """Return `day`, or the first clinic day after it."""
    while not is_clinic_day(day):
        day += datetime.timedelta(days=1)
    return day


def earliest_day(today: datetime.date | None = None) -> datetime.date:
    """Return the first day that can be asked for."""
    today = today or timezone.localdate()
    return first_clinic_day_from(today + datetime.timedelta(days=settings.APPOINTMENTS_EARLIEST_DAYS))


def latest_day(today: datetime.date | None = None) -> datetime.date:
    """Return the last day that can be asked for; it need not be a clinic day itself."""
    return (today or timezone.localdate()) + datetime.timedelta(days=settings.APPOINTMENTS_LATEST_DAYS)


def days_to_ask_for(today: datetime.date | None = None) -> list[datetime.date]:
    """Return every clinic day of the window, in order."""
    first, last = earliest_day(today), latest_day(today)
    days = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if is_clinic_day(day)]


def answer_by(received: datetime.datetime) -> datetime.date:
    """Return the day by which we answer: the second business day after the (local) day of receipt."""
    day = timezone.localdate(received)
    for _ in range(settings.APPOINTMENTS_ANSWER_BUSINESS_DAYS):
        day = first_clinic_day_from(day + datetime.timedelta(days=1))
    return day
