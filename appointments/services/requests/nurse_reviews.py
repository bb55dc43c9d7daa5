"""A nurse looks at a request before a time is given."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove
from appointments.models import AppointmentRequest, Note, NurseReview
from appointments.workflow import Status


@locking()
def ask_for_nurse_review(*, request_id: int, actor: AbstractUser) -> AppointmentRequest:
    """Put the request into the nurses' tab and return it; raises IllegalMove for a closed one."""
    request = lock_request(request_id)
    if request.status == Status.CLOSED:
        raise IllegalMove(_("This request is closed. Reopen it first."))
    request.nurse_review = NurseReview.NEEDED
    request.save(update_fields=["nurse_review"])
    Note.objects.create(request=request, author_id=actor.pk, text=_("Nurse review asked for."))
    return request


@locking()
def finish_nurse_review(*, request_id: int, actor: AbstractUser, priority: str, text: str) -> AppointmentRequest:
    """Write down what the nurse found, settle the priority and return the request; raises IllegalMove.

    `priority` is a Priority: a nurse may raise it, and may lower what the safety check has raised.
    """
    request = lock_request(request_id)
    if request.nurse_review != NurseReview.NEEDED:
        raise IllegalMove(_("No nurse review is waiting."))
    request.nurse_review, request.priority = NurseReview.DONE, priority
    request.save(update_fields=["nurse_review", "priority"])
    words = _("Nurse review done: %(priority)s.") % {"priority": request.get_priority_display().lower()}
    Note.objects.create(request=request, author_id=actor.pk, text=f"{words}\n{text.strip()}".strip())
    return request
