"""A nurse reviews a request before a time is given."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.calendar.clinic_days import answer_by
from appointments.calendar.promises import hasten
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import AlreadyClaimed, IllegalMove, Refused, RequestIsClosed
from appointments.models import AppointmentRequest, Note, NurseReview, Priority
from appointments.models.request import LONGEST_FINDINGS, LONGEST_NURSE_QUESTION
from appointments.models.request_order import OPEN
from appointments.workflow import Status

from .left_reviews import is_left

ENDS_REVIEWS = "appointments.finish_nurse_review"  # the right of the group “Nurses”
ONLY_NURSES = gettext_lazy("Only a nurse can end the review.")
NOTHING_TO_REVIEW = gettext_lazy("No nurse review is waiting.")
DAY_TO_BE_SEEN_HAS_PASSED = gettext_lazy("This day has passed. Choose today or a later day.")


@locking()
def ask_for_nurse_review(
    *, request_id: int, actor: AbstractUser, nurse: AbstractUser | None = None, question: str = ""
) -> AppointmentRequest:
    """Put the request in the nurses' tab, or give the review to another nurse; raises IllegalMove for a closed one.

    Without a `nurse` any of them may take it. `question` says what to look at, in at most LONGEST_NURSE_QUESTION
    characters; without one the question of a review that waits stays. Asking twice changes nothing.
    """
    request = lock_request(request_id)
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    nurse_id, question = nurse.pk if nurse else None, question.strip()[:LONGEST_NURSE_QUESTION]
    waits = request.nurse_review == NurseReview.NEEDED
    if waits and request.nurse_id == nurse_id and question in ("", request.nurse_question):
        return request
    request.nurse_question = question or (request.nurse_question if waits else "")
    request.nurse_review, request.nurse_id = NurseReview.NEEDED, nurse_id
    request.save(update_fields=["nurse_review", "nurse", "nurse_question"])
    words = _("Nurse review requested from %(name)s.") % {"name": nurse} if nurse else _("Nurse review requested.")
    text = f"{words}\n{question}".strip()
    Note.objects.create(request=request, author_id=actor.pk, text=text, handed_to_id=nurse_id)
    return request


@locking()
def take_next_review(*, actor: AbstractUser, but: int | None = None) -> AppointmentRequest | None:
    """Give the nurse the most pressing review that she may take and return its request, None without one.

    Those are hers, those that no one has, and those that a colleague has left. `but` is the key of a request to leave
    out. Rows that a colleague is taking right now are skipped.
    """
    free = Q(nurse=None) | Q(nurse=actor.pk) | is_left(timezone.now())
    request = (
        AppointmentRequest.objects.filter(OPEN, free, nurse_review=NurseReview.NEEDED)
        .exclude(pk__in=[but] if but else [])
        .most_pressing_first()
        .select_for_update(of=("self",), skip_locked=True)
        .first()
    )
    if request and not _is_free(request, actor):  # a colleague took it while this statement ran
        return take_next_review(actor=actor, but=but)
    if request:
        _give(request, actor)
    return request


@locking()
def take_review(*, request_id: int, actor: AbstractUser) -> AppointmentRequest:
    """Give the nurse this review and return its request. Taking it again changes nothing.

    Raises IllegalMove if no review is waiting, Refused for anyone but a nurse, and AlreadyClaimed with the name of a
    colleague who has it and hasn't left it.
    """
    request = lock_request(request_id)
    if request.status == Status.CLOSED or request.nurse_review != NurseReview.NEEDED:
        raise IllegalMove(NOTHING_TO_REVIEW)
    if not actor.has_perm(ENDS_REVIEWS):
        raise Refused(ONLY_NURSES)
    if not _is_free(request, actor):
        raise AlreadyClaimed(_("%(name)s has this review.") % {"name": request.nurse})
    _give(request, actor)
    return request


def _is_free(request: AppointmentRequest, actor: AbstractUser) -> bool:
    """Return True unless a colleague has the review of a locked request and hasn't left it."""
    if request.nurse_id in (None, actor.pk):
        return True
    return AppointmentRequest.objects.filter(is_left(timezone.now()), pk=request.pk).exists()


def _give(request: AppointmentRequest, actor: AbstractUser) -> None:
    """Make the review the nurse's, with a note that says so and whose it was."""
    if request.nurse_id == actor.pk:
        return
    words = _("Took the nurse review.")
    if request.nurse:
        words = _("Took the nurse review from %(name)s.") % {"name": request.nurse}
    request.nurse_id = actor.pk
    request.save(update_fields=["nurse"])
    Note.objects.create(request=request, author_id=actor.pk, text=words, handed_to_id=actor.pk)


@locking()
def finish_nurse_review(
    *, request_id: int, actor: AbstractUser, priority: str, text: str, see_by: datetime.date | None = None
) -> AppointmentRequest:
    """Note what the nurse found for who works on the request, set the priority and return the request.

    `priority` is a Priority. A nurse may raise it, or lower what the safety check raised. Urgent shortens the promise;
    the first promise is the usual one again if it was urgent and isn't.
    `see_by` is the last day on which the patient should be seen. Raises IllegalMove if no review is waiting, and
    Refused for anyone but a nurse, or for a day in the past.
    """
    request = lock_request(request_id)
    if request.nurse_review != NurseReview.NEEDED:
        raise IllegalMove(NOTHING_TO_REVIEW)
    if not actor.has_perm(ENDS_REVIEWS):
        raise Refused(ONLY_NURSES)
    if see_by is not None and see_by < timezone.localdate():
        raise Refused(DAY_TO_BE_SEEN_HAS_PASSED)
    is_lowered = request.priority == Priority.URGENT and priority != Priority.URGENT
    request.nurse_review, request.priority, request.see_by = NurseReview.DONE, priority, see_by
    request.nurse_id, request.nurse_note = actor.pk, text.strip()[:LONGEST_FINDINGS]
    hasten(request)
    if is_lowered and request.clock_since == request.submitted_at:
        request.answer_by = answer_by(request.submitted_at)
    request.save(update_fields=["nurse_review", "priority", "see_by", "nurse", "nurse_note", "answer_by"])
    words = _("Nurse review done: %(priority)s.") % {"priority": request.get_priority_display().lower()}
    Note.objects.create(
        request=request,
        author_id=actor.pk,
        text=f"{words}\n{request.nurse_note}".strip(),
        handed_to_id=request.claimed_by_id,
        ends_review=True,
    )
    return request
