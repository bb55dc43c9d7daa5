"""Changes that a patient makes to a request after sending it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from appointments.answers import Difference, RequestAnswers, differences
from appointments.calendar.promises import hasten
from appointments.guards.limits import CONTACT, SENDS, Limit, mailbox, use
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove, TooManyAttempts
from appointments.models import AppointmentRequest, NurseReview, Priority, RequestDraft
from appointments.services.alarming_words import raised_by
from appointments.services.status_moves import record_move
from appointments.workflow import Status

from .changed_answers import write_changed_answers
from .submission import AnswersChanged

IDENTITY = "patient"  # the slug of the page that asks for name and date of birth
ALWAYS = frozenset({"contact", "needs"})  # slugs of pages whose answers don't affect an offered time


def is_settled(request: AppointmentRequest) -> bool:
    """Return True if times are offered or a visit is booked, even while staff look for another time."""
    if request.status in (Status.SUBMITTED, Status.CLOSED):
        return False
    return request.status in (Status.OFFERED, Status.BOOKED) or request.appointments.active().exists()


def may_change(*, step: str, status: str, settled: bool, by_link: bool) -> bool:
    """Return True if an answer of this page can still be changed online.

    Before times are offered or booked (`settled`), everything can. After that, contact details and needs; a change to
    anything else could cost the patient the time, so it takes a phone call. A closed request can't be changed. Name
    and date of birth can't be changed through the link (`by_link`), because the date opens the link; the device that
    sent the request can still change them.
    """
    if status == Status.CLOSED or (by_link and step == IDENTITY):
        return False
    return step in ALWAYS or not settled


@locking()
def amend_request(
    *,
    draft_id: uuid.UUID,
    seen: Mapping[str, Any],
    before: RequestAnswers,
    answers: RequestAnswers,
    network_address: str,
) -> list[Difference]:
    """Write the changed answers of a sent request, one history row each, and return what changed.

    A new e-mail address gets a mail with the link. A yes in the safety check, or own words that now sound like an
    emergency, raise the priority, shorten the promise and ask for a nurse review; nothing here lowers it, only staff
    can.

    Args:
        draft_id: the draft that holds the changes; they are erased from it.
        seen: the draft's changes as the caller read them.
        before: the request's answers as the caller read them.
        answers: the new answers, made from `before` and `seen`.
        network_address: the sender's, for the limits.

    Raises RequestDraft.DoesNotExist for an erased draft, AnswersChanged if another tab has changed the draft or
    another device the request, IllegalMove if it's too late for such a change, and TooManyAttempts if a limit is used
    up.
    """
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft_id, request__isnull=False)
    if draft.answers != seen:
        raise AnswersChanged
    request = lock_request(draft.request_id)  # type: ignore[arg-type]
    if RequestAnswers.of(request) != before:
        raise AnswersChanged
    changed = differences(before, answers)
    given: Any = {"status": request.status, "settled": is_settled(request), "by_link": draft.begun_by_link}
    if not all(may_change(step=change.step, **given) for change in changed):
        raise IllegalMove(_("You can't change this online anymore. Please call us."))
    if changed:
        if again_at := use((SENDS, network_address), *_new_contacts(before, answers)):
            raise TooManyAttempts(again_at)
        _write(request, before, answers, changed)
    draft.answers, draft.unfinished = {}, {}
    draft.save(update_fields=["answers", "unfinished"])
    return changed


def _new_contacts(before: RequestAnswers, answers: RequestAnswers) -> list[tuple[Limit, str]]:
    """Return the limits for a new e-mail address or phone number, the same as for a new request."""
    contacts = []
    if answers.email and answers.email != before.email:
        contacts.append((CONTACT, mailbox(answers.email)))
    if answers.phone != before.phone:
        contacts.append((CONTACT, answers.phone.as_e164))
    return contacts


def _write(
    request: AppointmentRequest, before: RequestAnswers, answers: RequestAnswers, changed: list[Difference]
) -> None:
    columns = answers.columns()
    if before.urgent_symptoms or request.priority == Priority.URGENT:
        columns.pop("priority", None)  # already urgent, unless staff have lowered it
    if answers.urgent_symptoms and not before.urgent_symptoms:
        columns["nurse_review"] = NurseReview.NEEDED
    if before.own_words != answers.own_words:
        columns |= raised_by(answers.own_words, request)
    if columns.get("priority") == Priority.URGENT:
        request.priority = Priority.URGENT
        hasten(request)
        columns["answer_by"] = request.answer_by
    write_changed_answers(request, before=before, after=answers, columns=columns, changed=changed, actor_id=None)
    if request.status == Status.WAITING_ON_PATIENT:
        record_move(request, to=Status.IN_REVIEW, actor=None, reason=_("The patient has changed the request."))


def forget_changes(*, draft_id: uuid.UUID) -> None:
    """Drop the unsent changes to a request."""
    RequestDraft.objects.filter(pk=draft_id, request__isnull=False).update(answers={}, unfinished={})
