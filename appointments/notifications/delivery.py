"""Takes one mail at a time out of the outbox and hands it to the mail server."""

import datetime
import logging

from django.core.mail import get_connection
from django.db import DatabaseError, transaction
from django.utils import timezone

from appointments.models import Notification
from appointments.services.limits import MAIL, mailbox, use

from .messages import build_message

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 10
LONGEST_PAUSE = datetime.timedelta(hours=6)
CAUSED_BY_ANYBODY = (Notification.Kind.RECEIVED, Notification.Kind.LINK)


def pause_after(attempts: int) -> datetime.timedelta:
    """Return how long to wait after so many failed attempts: 1, 2, 4 … minutes, at most LONGEST_PAUSE."""
    return min(datetime.timedelta(minutes=2 ** (attempts - 1)), LONGEST_PAUSE)


@transaction.atomic
def deliver_next() -> bool:
    """Try the mail that has been due longest; returns False when none is due.

    The row stays locked while the mail server is asked and other senders pass it over, so any number of
    them may run. A sender that is killed between the server's acceptance and the commit leaves the row as
    it was: that mail goes out once more, with the same Message-ID.
    """
    notification = (
        Notification.objects.due()
        .select_related("request")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("next_attempt_at")
        .first()
    )
    if notification is None:
        return False
    try:
        _send_or_put_off(notification)
    except DatabaseError:
        raise
    except Exception as error:  # whatever one mail suffers from must not stop the mails after it
        notification.attempts += 1
        notification.last_error = type(error).__name__
        notification.next_attempt_at = timezone.now() + pause_after(notification.attempts)
        if notification.attempts >= MAX_ATTEMPTS:
            notification.state = Notification.State.FAILED
        logger.warning("mail %s attempt %d: %s", notification.id, notification.attempts, notification.last_error)
    notification.save(update_fields=["attempts", "state", "sent_at", "next_attempt_at", "last_error"])
    return True


@transaction.atomic
def _send_or_put_off(notification: Notification) -> None:
    """Send it, or put it off while the address has had its one mail an hour.

    A form that anybody can fill in must not fill a stranger's mailbox. A mail that is put off is not an attempt;
    one that fails has used nothing up, since its savepoint is rolled back.
    """
    if notification.kind in CAUSED_BY_ANYBODY:
        again_at = use((MAIL, mailbox(notification.request.email)))
        if again_at:
            notification.next_attempt_at = again_at
            return
    with get_connection() as mail_server:
        mail_server.send_messages([build_message(notification)])
    notification.attempts += 1
    notification.state, notification.sent_at = Notification.State.SENT, timezone.now()
    notification.last_error = ""
