"""A nurse reviews a request before a time is given."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove, RequestIsClosed
from appointments.models import AppointmentRequest, Note, NurseReview
from appointments.workflow import Status


@locking()
def ask_for_nurse_review(*, request_id: int, actor: AbstractUser) -> AppointmentRequest:
    """Put the request in the nurses' tab and return it; raises IllegalMove for a closed one."""
    request = lock_request(request_id)
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    request.nurse_review = NurseReview.NEEDED
    request.save(update_fields=["nurse_review"])
    Note.objects.create(request=request, author_id=actor.pk, text=_("Nurse review requested."))
    return request


@locking()
def finish_nurse_review(*, request_id: int, actor: AbstractUser, priority: str, text: str) -> AppointmentRequest:
    """Note what the nurse found, set the priority and return the request. Raises IllegalMove if no review is waiting.

    `priority` is a Priority. A nurse may raise it, or lower what the safety check raised.
    """
    request = lock_request(request_id)
    if request.nurse_review != NurseReview.NEEDED:
        raise IllegalMove(_("No nurse review is waiting."))
    request.nurse_review, request.priority = NurseReview.DONE, priority
    request.save(update_fields=["nurse_review", "priority"])
    words = _("Nurse review done: %(priority)s.") % {"priority": request.get_priority_display().lower()}
    Note.objects.create(request=request, author_id=actor.pk, text=f"{words}\n{text.strip()}".strip())
    return request
