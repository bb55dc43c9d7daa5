"""Calls that would no longer be true, like mails that aren't sent anymore."""

import uuid

from django.db import transaction

from appointments.models import Notification

from .mail_kinds import kind_of

State = Notification.State


def drop_outdated_calls() -> None:
    """Take back the calls that are no longer needed: the visit has changed, the offer has ended, the day is over."""
    for notification_id in Notification.objects.filter(state=State.TO_CALL, told_in=None).values_list("pk", flat=True):
        _drop_if_outdated(notification_id)


@transaction.atomic
def _drop_if_outdated(notification_id: uuid.UUID) -> None:
    notification = (
        Notification.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("request", "offer", "appointment")
        .filter(pk=notification_id, state=State.TO_CALL, told_in=None)
        .first()
    )
    if notification and not kind_of(notification).still_needed(notification):
        notification.state = State.NOT_NEEDED
        notification.save(update_fields=["state"])
