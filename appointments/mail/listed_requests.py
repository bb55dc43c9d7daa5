"""Which requests a mail lists for an address whose link was lost."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from appointments.guards.links import LOCKS
from appointments.models import AppointmentRequest, RequestLink, StatusChange
from appointments.workflow import Status

# A request that was closed by mistake, or canceled in a hurry, can be found for this long.
CLOSED_STAYS = datetime.timedelta(days=30)
MOST_IN_ONE_MAIL = 5
# After a link was revoked because dates were guessed, no mail brings another for this long.
AFTER_GUESSES = datetime.timedelta(hours=24)


def requests_to_list(email: str) -> QuerySet[AppointmentRequest]:
    """Return the newest requests of an address that are open or were closed lately, at most five."""
    closed_lately = StatusChange.objects.filter(
        request=OuterRef("pk"), to_status=Status.CLOSED, at__gt=timezone.now() - CLOSED_STAYS
    )
    guessed_lately = RequestLink.objects.filter(
        request=OuterRef("pk"), locks__gte=LOCKS, revoked_at__gt=timezone.now() - AFTER_GUESSES
    )
    return AppointmentRequest.objects.filter(
        ~Q(status=Status.CLOSED) | Exists(closed_lately), ~Exists(guessed_lately), email__iexact=email
    ).order_by("-submitted_at", "-id")[:MOST_IN_ONE_MAIL]
