"""Log attempts to reach the patient, and what the patient was told in them."""

import datetime
from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext_lazy

from appointments.calendar.booking_window import last_day_to_book
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused, RequestIsClosed
from appointments.mail.calls import open_calls
from appointments.models import (
    AppointmentRequest,
    Channel,
    ContactAttempt,
    ContactOutcome,
    Notification,
    StatusChange,
)
from appointments.services.status_moves import take_up
from appointments.workflow import ClosedReason, Status

DAY_HAS_PASSED = gettext_lazy("The day to try again is in the past.")
OPEN_IT_FIRST = gettext_lazy(
    "The request is closed, so no one would try again on that day. "
    "Press “Offer a new time” first, or leave the day empty."
)

DAY_IS_TOO_FAR = gettext_lazy("The day to try again is more than a year ahead.")

ENOUGH = 3  # attempts without an answer before “unreachable” is suggested


@locking()
def log_contact(
    *,
    request_id: int,
    actor: AbstractUser,
    channel: str,
    outcome: str,
    next_on: datetime.date | None,
    text: str = "",
) -> ContactAttempt:
    """Log an attempt and the day to try again (None if there's no need); return it. A new request goes into review.

    The calls that wait are done if the patient was reached, or if the message says enough. On a closed request an
    attempt is possible after a no-show, and as long as a call waits; the third in vain ends it.

    Raises IllegalMove for a closed request, and Refused for a day in the past or more than a year ahead.
    """
    request = lock_request(request_id)
    calls = open_calls().filter(request=request)
    if request.status == Status.CLOSED and not calls.exists():
        if request.closed_reason != ClosedReason.NO_SHOW:
            raise RequestIsClosed
        if next_on is not None:
            raise Refused(OPEN_IT_FIRST)
    if next_on is not None and next_on < timezone.localdate():
        raise Refused(DAY_HAS_PASSED)
    if next_on is not None and next_on > last_day_to_book():
        raise Refused(DAY_IS_TOO_FAR)
    if request.status != Status.CLOSED:
        take_up(request, actor=actor)
    request.next_contact_on = next_on
    request.save(update_fields=["next_contact_on"])
    attempt = ContactAttempt.objects.create(
        request=request, author_id=actor.pk, channel=channel, outcome=outcome, next_on=next_on, text=text.strip()
    )
    if _has_told(request, attempt) or (request.status == Status.CLOSED and _is_given_up(request)):
        Notification.objects.filter(pk__in=calls.values("pk")).update(told_in=attempt)
    return attempt


def _has_told(request: AppointmentRequest, attempt: ContactAttempt) -> bool:
    """Return True if the patient knows now: someone spoke with them, or left word where that's allowed."""
    if attempt.outcome == ContactOutcome.LEFT_MESSAGE:
        return request.may_leave_message or attempt.channel == Channel.LETTER
    return attempt.outcome == ContactOutcome.REACHED


def _is_given_up(request: AppointmentRequest) -> bool:
    closed = request.status_changes.filter(to_status=Status.CLOSED).latest("id").at
    return request.contact_attempts.filter(at__gte=closed).count() >= ENOUGH


def seems_unreachable(moves: Iterable[StatusChange], attempts: Iterable[ContactAttempt]) -> bool:
    """Return True if the last three attempts since the request was opened reached no one; both come in order."""
    opened = [move.at for move in moves if move.from_status in ("", Status.CLOSED)]
    latest = [attempt.outcome for attempt in attempts if attempt.at >= opened[-1]][-ENOUGH:] if opened else []
    return len(latest) == ENOUGH and ContactOutcome.REACHED not in latest
