"""Somebody has lost the mail with the link to a request.

Asking writes a row and looks nothing up. The mail sender looks, so that neither the answer nor the time it takes
tells whether an address is known.
"""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from appointments.guards.links import LOCKS
from appointments.models import AppointmentRequest, LostLink, Notification, RequestLink, StatusChange
from appointments.workflow import Status

# A request that was closed by mistake, or canceled in a hurry, can be found for so long.
CLOSED_STAYS = datetime.timedelta(days=30)
MOST_IN_ONE_MAIL = 5
# After a link was revoked because dates were guessed, no mail brings another for so long.
AFTER_GUESSES = datetime.timedelta(hours=24)
WITH_A_LINK = (Notification.Kind.RECEIVED, Notification.Kind.LINK)


def ask_for_link(*, email: str) -> None:
    """Keep the address for the mail sender; the same for every address."""
    LostLink.objects.create(email=email)


def requests_to_list(email: str) -> QuerySet[AppointmentRequest]:
    """Return the newest requests of an address, open or closed lately: those that a mail lists, at most five."""
    closed_lately = StatusChange.objects.filter(
        request=OuterRef("pk"), to_status=Status.CLOSED, at__gt=timezone.now() - CLOSED_STAYS
    )
    guessed_lately = RequestLink.objects.filter(
        request=OuterRef("pk"), locks__gte=LOCKS, revoked_at__gt=timezone.now() - AFTER_GUESSES
    )
    return AppointmentRequest.objects.filter(
        ~Q(status=Status.CLOSED) | Exists(closed_lately), ~Exists(guessed_lately), email__iexact=email
    ).order_by("-submitted_at", "-id")[:MOST_IN_ONE_MAIL]


def answer_lost_links() -> None:
    """Queue the mails that have been asked for; each row is answered in a transaction of its own."""
    while _answer_next():
        pass


@transaction.atomic
def _answer_next() -> bool:
    """Answer the row that has waited longest; returns False when there is none that nobody else is answering."""
    lost = LostLink.objects.select_for_update(skip_locked=True).first()
    if lost is None:
        return False
    # Locked, so that two senders with two rows of one address do not both find that no mail is waiting.
    newest = requests_to_list(lost.email).select_for_update(of=("self",)).first()
    if newest is not None and not mail_is_waiting(lost.email):
        Notification.objects.create(request=newest, kind=Notification.Kind.LINK, cause=f"link:{lost.pk}")
    lost.delete()
    return True


def mail_is_waiting(email: str) -> bool:
    """Tell whether a mail with a link to a request of this address will go out anyway."""
    return Notification.objects.filter(
        request__email__iexact=email, kind__in=WITH_A_LINK, state=Notification.State.QUEUED
    ).exists()
