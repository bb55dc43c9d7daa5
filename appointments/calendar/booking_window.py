"""How far ahead a visit can be."""

import datetime

from django.conf import settings
from django.utils import timezone


def longest_ahead() -> datetime.timedelta:
    """Return how far ahead a visit can be; a date beyond it is a typing mistake."""
    return datetime.timedelta(days=settings.APPOINTMENTS_LATEST_BOOKING_DAYS)


def last_day_to_book() -> datetime.date:
    """Return the last day on which a visit can be."""
    return timezone.localdate() + longest_ahead()
