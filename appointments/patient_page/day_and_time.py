"""The day and the time of a visit, separately.

Computed in Python, because a template would show every time in the hospital's time zone instead of the clinic's.
"""

import datetime
from typing import NamedTuple

from django.utils.formats import date_format


class When(NamedTuple):
    """“Tuesday, December 1, 2026”, “9:30 a.m.” and “EST”."""

    day: str
    hour: str
    zone: str

    @property
    def clock(self) -> str:
        """Return the time with its zone: “9:30 a.m. EST”."""
        return f"{self.hour} {self.zone}"


def when(local: datetime.datetime) -> When:
    """Return the parts of a local time."""
    return When(date_format(local, "l, F j, Y"), date_format(local, "g:i a"), local.tzname() or "")
