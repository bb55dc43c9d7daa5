"""Dates at the desk: short while they're of this year, with the year if they aren't."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format


def with_year(value: datetime.date | datetime.datetime | None, form: str) -> str:
    """Return a date in a form such as “D, N j” or “D, N j, g:i a”; another year follows the day."""
    if not value:
        return ""
    if value.year != timezone.localdate().year:
        form = form.replace(" j", " j, Y", 1)
    return date_format(value, form)
