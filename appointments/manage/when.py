"""Day and time of a moment, as pages set them apart.

In Python, because Django's templates would show every moment on the hospital's clock and not on its place's.
"""

import datetime
from typing import NamedTuple

from django.utils.formats import date_format


class When(NamedTuple):
    """“Tuesday, December 1, 2026” and “9:30 a.m. EST”."""

    day: str
    clock: str


def when(local: datetime.datetime) -> When:
    """Return both parts of a moment on its place's clock."""
    return When(date_format(local, "l, F j, Y"), f"{date_format(local, 'g:i a')} {local.tzname()}")
