"""The addresses of the calendar to which its page has links."""

import dataclasses
import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from appointments.admin.sections import NOW
from appointments.calendar.clinic_days import ClinicCalendar

from .calendar_address import DAY, WEEK, CalendarAddress
from .day_column import Column


@dataclasses.dataclass(frozen=True)
class NearbyPages:
    """Addresses that ask for the same as this page, but for one thing."""

    asked: CalendarAddress

    @property
    def _step(self) -> datetime.timedelta:
        return DAY if self.asked.span == "day" else WEEK

    def _address_of(self, day: datetime.date, **changes: Any) -> str:
        """Return the address of a day; if it's today, of the current hour in its table."""
        return self.asked.address(day=day, **changes) + (NOW if day == timezone.localdate() else "")

    @property
    def earlier(self) -> str:
        """Return the address of the day or week before."""
        return self._address_of(self.asked.first - self._step)

    @property
    def later(self) -> str:
        """Return the address of the day or week after."""
        return self._address_of(self.asked.first + self._step)

    @cached_property
    def next_open(self) -> datetime.date:
        """Return the next day on which clinics are open, or the one that is asked for."""
        clinic = self.asked.clinic.pk if self.asked.clinic else None
        return ClinicCalendar.load().first_clinic_day_from(self.asked.last + DAY, clinic)

    @property
    def next_open_address(self) -> str:
        """Return the address of that day."""
        return self.asked.address(day=self.next_open)

    @property
    def today(self) -> str:
        """Return the address of today, or of this week."""
        return self._address_of(timezone.localdate())

    @property
    def as_day(self) -> str:
        """Return the address of the day alone."""
        return self._address_of(self.asked.day, span="day")

    @property
    def as_week(self) -> str:
        """Return the address of the week around the day."""
        return self.asked.address(span="week")

    @property
    def other_view(self) -> str:
        """Return the address of the same as a list, or as a table again."""
        return self.asked.address(as_list=not self.asked.as_list)

    def week_of(self, physician: Any) -> str:
        """Return the address of a physician's week."""
        return self.asked.address(span="week", physician=physician)

    def day_of(self, column: Column) -> str:
        """Return the address of a physician's day."""
        return self._address_of(column.day, span="day", physician=column.physician)
