"""Someone has lost the mail with the link to a request.

Asking writes a row and looks nothing up. The mail sender looks, so that neither the answer nor the time it takes
tells whether an address is known.
"""

from django.db import transaction

from appointments.models import LostLink, Notification

from .kinds.request_mail import LINK, RECEIVED
from .listed_requests import requests_to_list
from .outbox import notify

WITH_A_LINK = (RECEIVED.name, LINK.name)


def ask_for_link(*, email: str) -> None:
    """Keep the address for the mail sender; the same for every address."""
    LostLink.objects.create(email=email)


def answer_lost_links() -> None:
    """Queue the mails that were asked for; each row is answered in a transaction of its own."""
    while _answer_next():
        pass


@transaction.atomic
def _answer_next() -> bool:
    """Answer the row that has waited longest; returns False when no row is left that nobody else is answering."""
    lost = LostLink.objects.select_for_update(skip_locked=True).first()
    if lost is None:
        return False
    # Locked, so that two senders with two rows of one address do not both find that no mail is waiting.
    newest = requests_to_list(lost.email).select_for_update(of=("self",)).first()
    if newest is not None and not mail_is_waiting(lost.email):
        notify(newest, LINK, f"link:{lost.pk}")
    lost.delete()
    return True


def mail_is_waiting(email: str) -> bool:
    """Return True if a mail with a link to a request of this address will go out anyway."""
    return Notification.objects.filter(
        request__email__iexact=email, kind__in=WITH_A_LINK, state=Notification.State.QUEUED
    ).exists()
