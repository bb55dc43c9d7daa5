"""What auditors type to narrow the security log: people, network addresses, days, references, ids."""

import datetime
import re

from django.db.models import Q, QuerySet
from django.utils import timezone

from appointments.guards.client_address import network_of
from appointments.guards.keyed_digest import keyed_digest
from appointments.models import AppointmentRequest
from wakemed.models import SecurityEvent

MOST_WORDS = 10
DAYS = ("%Y-%m-%d", "%m/%d/%Y")


def narrowed(events: QuerySet[SecurityEvent], typed: str) -> QuerySet[SecurityEvent]:
    """Return the events that fit every word; a word that is nothing of the kind fits none."""
    for word in typed.split()[:MOST_WORDS]:
        events = events.filter(_meant(word))
    return events


def _meant(word: str) -> Q:
    if "@" in word:
        # Someone who typed an address that no account has is found by it, too.
        email = word.lower()
        return Q(by_email=email) | Q(account_email=email) | Q(typed=keyed_digest("typed", email))
    if address := network_of(word):
        return Q(address=address)
    if (day := _day(word)) is not None:
        start = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
        end = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
        return Q(at__gte=start, at__lt=end)
    if re.fullmatch("[0-9a-f]{32}", word.lower()):
        return Q(request_id=word.lower()) | Q(session=word.lower())
    reference = word.replace("-", "").upper()
    return Q(
        patient_request__in=list(AppointmentRequest.objects.filter(reference=reference).values_list("pk", flat=True))
    )


def _day(word: str) -> datetime.date | None:
    """Return the day that a word names, between 2000 and 2100, or None."""
    for form in DAYS:
        try:
            day = datetime.datetime.strptime(word, form).date()  # noqa: DTZ007  a day of the clinic's calendar
        except ValueError:
            continue
        return day if 2000 <= day.year < 2100 else None
    return None
