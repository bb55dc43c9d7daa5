"""Ask the patient a question, and take the answer."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove, Refused
from appointments.mail.kinds.request_mail import QUESTION
from appointments.mail.outbox import notify
from appointments.models import AppointmentRequest, Message
from appointments.models.contact import LONGEST_MESSAGE
from appointments.services.alarming_words import read_message
from appointments.services.status_moves import check_seen, record_move, take_up
from appointments.workflow import Status

WRITE_THE_QUESTION = gettext_lazy("Write the question first.")


@locking()
def ask_patient(*, request_id: int, seen_version: int, actor: AbstractUser, text: str) -> Message:
    """Post a question of at most 1,000 characters on the patient's page and return it. The response clock pauses.

    The mail only says that there is a question. Raises StalePage, IllegalMove for a request that isn't in review,
    and Refused if the text is empty or too long.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    text = text.strip()
    if not text:
        raise Refused(WRITE_THE_QUESTION)
    if len(text) > LONGEST_MESSAGE:
        raise Refused(_("A question can have at most 1,000 characters."))
    if request.status != Status.WAITING_ON_PATIENT:
        if request.status not in (Status.SUBMITTED, Status.IN_REVIEW):
            raise IllegalMove(
                _("A request that is “%(now)s” can't wait for an answer.") % {"now": request.get_status_display()}
            )
        take_up(request, actor=actor)
        record_move(request, to=Status.WAITING_ON_PATIENT, actor=actor)
    message = Message.objects.create(request=request, author_id=actor.pk, text=text)
    notify(request, QUESTION, f"question:{message.pk}")
    return message


@locking()
def answer_question(*, request_id: int, text: str) -> AppointmentRequest:
    """Save the patient's answer (cut to 1,000 characters) and return the request, back in review.

    Raises Refused if the text is empty, and IllegalMove if we aren't waiting for an answer.
    """
    request = lock_request(request_id)
    text = text.strip()
    if not text:
        raise Refused(_("Write your answer first."))
    if request.status != Status.WAITING_ON_PATIENT:
        raise IllegalMove(_("We're no longer waiting for an answer. Call us if something has changed."))
    take_answer(request, text=text, actor=None)
    return request


def take_answer(request: AppointmentRequest, *, text: str, actor: AbstractUser | None) -> None:
    """Save an answer to a locked request that waits for it. `actor` took it on the phone; None for the patient online.

    Raises IllegalMove if we aren't waiting for an answer.
    """
    if request.status != Status.WAITING_ON_PATIENT:
        raise IllegalMove(_("This request isn't waiting for an answer. Write it as a note."))
    Message.objects.create(request=request, author=None, text=text[:LONGEST_MESSAGE])
    read_message(request, text[:LONGEST_MESSAGE])
    record_move(request, to=Status.IN_REVIEW, actor=actor, reason=_("The patient has answered."))
