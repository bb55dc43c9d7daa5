"""Until when offered times are held: a moment that people can plan by, and before the first of the times."""

import datetime

from django.conf import settings

from .clinic_days import ClinicCalendar

AHEAD = datetime.timedelta(hours=2)  # a hold ends so long before its first time
SHORTEST = datetime.timedelta(hours=4)  # an offer leaves a patient at least so long until its first time


def hold_end(now: datetime.datetime, soonest: datetime.datetime) -> datetime.datetime | None:
    """Return until when times are held of which the first begins at `soonest`; None if that's too soon to offer.

    They are held for APPOINTMENTS_OFFER_HOURS, and from there until a business day closes. If the first time comes
    before that, the hold ends at the last closing before it, or two hours before it if that closing is too near.
    """
    if soonest < now + SHORTEST:
        return None
    calendar, latest = ClinicCalendar.load(), soonest - AHEAD
    end = calendar.first_closing_from(now + datetime.timedelta(hours=settings.APPOINTMENTS_OFFER_HOURS))
    if end <= latest:
        return end
    closing = calendar.last_closing_until(latest)
    return closing if closing >= now + SHORTEST else latest
