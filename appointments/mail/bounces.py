"""A mail server says later that a mail could not be delivered."""

import uuid

from django.db import transaction
from django.utils import timezone

from appointments.models import Notification

State = Notification.State


@transaction.atomic
def record_bounce(*, notification_id: uuid.UUID, status: str) -> Notification:
    """Mark a mail as returned and return it; a second call changes nothing.

    `status` is the kind of failure (RFC 3463: “5.1.1”), never its text. A mail still counts as waiting if its sender
    was killed after the server had accepted it; such a mail is marked too, and not sent again. Raises
    Notification.DoesNotExist.
    """
    notification = Notification.objects.select_for_update(of=("self",)).get(pk=notification_id)
    if notification.state in (State.SENT, State.QUEUED):
        notification.state, notification.last_error = State.BOUNCED, status
        notification.next_attempt_at = timezone.now()  # when the desk learned of it: the digest counts from here
        notification.save(update_fields=["state", "last_error", "next_attempt_at"])
    return notification
