"""Log attempts to reach the patient, and what the patient was told in them."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy

from appointments.calendar.booking_window import last_day_to_book
from appointments.calendar.clinic_days import business_days_after
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused, RequestIsClosed
from appointments.mail.calls import open_calls
from appointments.mail.kinds.offer_mail import OFFERED
from appointments.mail.kinds.request_mail import QUESTION
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

from .patient_questions import take_answer

DAY_HAS_PASSED = gettext_lazy("The day to try again is in the past.")
OPEN_IT_FIRST = gettext_lazy(
    "The request is closed, so no one would try again on that day. "
    "Press “Offer a new time” first, or leave the day empty."
)
WRITE_THE_ANSWER = gettext_lazy("Write the patient's answer, or choose the day to ask again.")
ONLY_WHO_IS_REACHED_ANSWERS = gettext_lazy("Someone who answered was reached: choose “Reached”, or clear the answer.")
NO_MESSAGES = gettext_lazy(
    "The patient doesn't allow messages. Choose another outcome, or check the box if you left one anyway."
)

DAY_IS_TOO_FAR = gettext_lazy("The day to try again is more than a year ahead.")

ENOUGH = 3  # attempts without an answer before “unreachable” is suggested
LEAVES_A_MESSAGE = (Channel.PHONE, Channel.TEXT)


class AnswerRefused(Refused):
    """The patient's answer is missing, or doesn't go with the outcome."""


class MessageNotAllowed(Refused):
    """The patient doesn't allow messages."""

    def __init__(self) -> None:
        super().__init__(NO_MESSAGES)


@locking()
def log_contact(
    *,
    request_id: int,
    actor: AbstractUser,
    channel: str,
    outcome: str,
    next_on: datetime.date | None,
    text: str = "",
    answer: str = "",
    left_anyway: bool = False,
) -> ContactAttempt:
    """Log an attempt and the day to try again (None if there's no need); return it. A new request goes into review.

    The calls that wait are done if the patient was reached, or if the message says enough. It isn't enough for times
    that are held: that call stays, by default until the next business day. On a closed request an attempt is possible
    after a no-show, and as long as a call waits; the third in vain ends it.

    `answer` is what the patient answered to our question: the request is back in review. `left_anyway` notes a message
    that the patient doesn't allow.

    Raises IllegalMove for a closed request, AnswerRefused if a call to ask a question brought no answer and no day to
    ask again, MessageNotAllowed, and Refused for a day in the past or more than a year ahead.
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
    left_message = outcome == ContactOutcome.LEFT_MESSAGE
    if left_message and channel in LEAVES_A_MESSAGE and not (request.may_leave_message or left_anyway):
        raise MessageNotAllowed
    _check_answer(request, calls, outcome=outcome, answer=answer.strip(), asks_again=next_on is not None)
    if request.status != Status.CLOSED:
        take_up(request, actor=actor)
    held = calls.filter(kind=OFFERED.name, offer__outcome="", offer__held_until__gt=timezone.now())
    if left_message and next_on is None and (call := held.select_related("offer").first()) and call.offer:
        next_on = call_back_by(call.offer.held_until)
    request.next_contact_on = next_on
    request.save(update_fields=["next_contact_on"])
    attempt = ContactAttempt.objects.create(
        request=request, author_id=actor.pk, channel=channel, outcome=outcome, next_on=next_on, text=text.strip()
    )
    if answer.strip():
        take_answer(request, text=answer.strip(), actor=actor)
    if _has_told(request, attempt) or (request.status == Status.CLOSED and _is_given_up(request)):
        told = calls.exclude(pk__in=held.values("pk")) if left_message else calls
        Notification.objects.filter(pk__in=told.values("pk")).update(told_in=attempt)
    return attempt


def _check_answer(
    request: AppointmentRequest, calls: QuerySet[Notification], *, outcome: str, answer: str, asks_again: bool
) -> None:
    if answer and outcome != ContactOutcome.REACHED:
        raise AnswerRefused(ONLY_WHO_IS_REACHED_ANSWERS)
    waits = request.status == Status.WAITING_ON_PATIENT and outcome == ContactOutcome.REACHED
    if waits and not answer and not asks_again and calls.filter(kind=QUESTION.name).exists():
        raise AnswerRefused(WRITE_THE_ANSWER)


def call_back_by(held_until: datetime.datetime) -> datetime.date:
    """Return the day of another call about held times: the next business day, or today if the hold ends before it."""
    today = timezone.localdate()
    day = business_days_after(today, 1)
    opens = datetime.time(settings.APPOINTMENTS_BUSINESS_HOURS[0])
    return day if datetime.datetime.combine(day, opens, timezone.get_default_timezone()) < held_until else today


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
