"""Takes one mail at a time out of the outbox and hands it to the mail server."""

import datetime
import logging

from django.core.mail import get_connection
from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone
from psycopg2 import errorcodes

from appointments.guards.limits import MAIL, mailbox, use
from appointments.models import Notification

from .mail_kinds import Recipient, kind_of, limited
from .mail_rendering import build_message
from .smtp_refusals import permanent_refusal
from .visit_lock import lock_visit

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 10
LONGEST_PAUSE = datetime.timedelta(hours=6)
WHILE_BEING_CHANGED = datetime.timedelta(minutes=1)
State = Notification.State


def pause_after(attempts: int) -> datetime.timedelta:
    """Return how long to wait after so many failed attempts: 1, 2, 4 … minutes, at most LONGEST_PAUSE."""
    return min(datetime.timedelta(minutes=2 ** (attempts - 1)), LONGEST_PAUSE)


@transaction.atomic
def deliver_next() -> bool:
    """Try the mail that has been due longest; return False when none is due.

    The row stays locked while the mail server is asked, and other senders pass it over, so any number of
    them may run. A sender that is killed between the server's acceptance and the commit leaves the row
    unchanged: that mail goes out once more, with the same Message-ID.
    """
    notification = (
        Notification.objects.due()
        .select_related("request", "offer", "staff")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("next_attempt_at")
        .first()
    )
    if notification is None:
        return False
    try:
        _send_or_put_off(notification)
    except DatabaseError as error:
        if not _was_held_up(error):
            raise
        notification.next_attempt_at = timezone.now() + WHILE_BEING_CHANGED  # no server was asked: not an attempt
    except Exception as error:  # a mistake in one mail must not stop the mails after it
        _note_failure(notification, error)
    notification.save(update_fields=["attempts", "state", "sent_at", "next_attempt_at", "last_error"])
    return True


def _was_held_up(error: DatabaseError) -> bool:
    """Return True if someone who changes the visit held its row for longer than we wait."""
    return isinstance(error, OperationalError) and (
        getattr(error.__cause__, "pgcode", None) == errorcodes.LOCK_NOT_AVAILABLE
    )


def _note_failure(notification: Notification, error: Exception) -> None:
    """Write down one failed attempt: the kind of error, never its text, which may repeat an address.

    The log also says where our own mistakes are; what the mail server or the network refuses comes from nowhere in it.
    """
    notification.attempts += 1
    notification.next_attempt_at = timezone.now() + pause_after(notification.attempts)
    if refusal := permanent_refusal(error):
        notification.state, notification.last_error = State.BOUNCED, refusal
    else:
        notification.last_error = type(error).__name__
        if notification.attempts >= MAX_ATTEMPTS:
            notification.state = State.FAILED
    logger.warning(
        "mail %s (%s) attempt %d: %s",
        *(notification.id, notification.kind, notification.attempts, notification.last_error),
        exc_info=None if isinstance(error, OSError) else error,
    )


def still_needed(notification: Notification) -> bool:
    """Return True if there is an address to send it to and the mail is true; `lock_visit` makes sure it stays so."""
    kind = kind_of(notification)
    return _can_be_reached(notification, kind.goes_to) and kind.still_needed(notification)


def _can_be_reached(notification: Notification, recipient: Recipient) -> bool:
    if recipient is Recipient.PATIENT:
        return notification.request is not None and bool(notification.request.email)
    staff = notification.staff
    return staff is not None and staff.is_active and bool(staff.email)


@transaction.atomic
def _send_or_put_off(notification: Notification) -> None:
    """Send it, or put it off while the address has had its one mail an hour, or drop what is no longer true.

    A form that anyone can fill in must not fill a stranger's mailbox. A mail that is put off is not an attempt;
    one that fails has used nothing up, since its savepoint is rolled back.
    """
    if not still_needed(notification):
        _drop(notification)
        return
    if kind_of(notification).anyone_can_cause and notification.request:
        again_at = use((MAIL, mailbox(notification.request.email)))
        if again_at:
            notification.next_attempt_at = again_at
            return
    with get_connection() as mail_server:  # it may be slow to greet us, and nobody waits for that
        notification.refresh_from_db(fields=["request", "offer", "staff"])
        lock_visit(notification)
        if not still_needed(notification):
            _drop(notification)
            return
        mail_server.send_messages([build_message(notification)])
    notification.attempts += 1
    notification.state, notification.sent_at = State.SENT, timezone.now()
    notification.last_error = ""
    _look_again(notification)


def _drop(notification: Notification) -> None:
    """Mark a mail that is no longer true or reaches nobody; the desk calls a patient whose address was taken out."""
    notification.state = State.NOT_NEEDED
    kind, request = kind_of(notification), notification.request
    if request and not request.email and kind.call and kind.still_needed(notification):
        notification.state = State.TO_CALL


def _look_again(sent: Notification) -> None:
    """Make due what the limit put off for the same request: its patient knows more now, and may not need it."""
    if sent.request_id is None:
        return
    put_off = Notification.objects.filter(request=sent.request_id, state=State.QUEUED, attempts=0, kind__in=limited())
    put_off.filter(next_attempt_at__gt=timezone.now()).update(next_attempt_at=timezone.now())
