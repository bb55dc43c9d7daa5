"""Who works on a request."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import AlreadyClaimed, RequestIsClosed
from appointments.models import AppointmentRequest, Note
from appointments.models.request_order import ONLY_FOR_NURSE, UNCLAIMED
from appointments.services.status_moves import record_move, take_up
from appointments.workflow import Status


@locking()
def claim_request(*, request_id: int, actor: AbstractUser) -> AppointmentRequest:
    """Claim the request for `actor` and return it; a new one goes into review. Claiming it again changes nothing.

    Raises AlreadyClaimed with the colleague's name, and IllegalMove for a closed request.
    """
    request = lock_request(request_id)
    if request.claimed_by_id not in (None, actor.pk):
        raise AlreadyClaimed(_("%(name)s is already working on this request.") % {"name": request.claimed_by})
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    take_up(request, actor=actor)
    return request


@locking()
def assign_request(*, request_id: int, to: AbstractUser, actor: AbstractUser) -> AppointmentRequest:
    """Hand the request to a colleague, no matter who has it now, and return it. A note says who did it.

    Raises IllegalMove for a closed request.
    """
    request = lock_request(request_id)
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    if request.status == Status.SUBMITTED:
        record_move(request, to=Status.IN_REVIEW, actor=actor)
    request.claimed_by_id = to.pk
    request.save(update_fields=["claimed_by"])
    words = _("Handed to %(name)s.") % {"name": to}
    Note.objects.create(request=request, author_id=actor.pk, text=words, handed_to_id=to.pk)
    return request


@locking()
def claim_next(*, actor: AbstractUser) -> AppointmentRequest | None:
    """Claim the most pressing unclaimed request and return it, or None if nothing is waiting.

    What only waits for a nurse comes after all others. Rows that a colleague is claiming right now are skipped, so two
    people never get the same one.
    """
    for which in (~ONLY_FOR_NURSE, ONLY_FOR_NURSE):
        request = (
            AppointmentRequest.objects.filter(which, UNCLAIMED, claimed_by=None)
            .most_pressing_first()
            .select_for_update(of=("self",), skip_locked=True)
            .first()
        )
        if request:
            return claim_request(request_id=request.pk, actor=actor)
    return None


@locking()
def release_request(*, request_id: int, actor: AbstractUser) -> AppointmentRequest:
    """Put the actor's own request back in the queue and return it; raises AlreadyClaimed for a colleague's."""
    request = lock_request(request_id)
    if request.claimed_by_id not in (None, actor.pk):
        raise AlreadyClaimed(_("%(name)s is working on this request.") % {"name": request.claimed_by})
    request.claimed_by = None
    request.save(update_fields=["claimed_by"])
    return request
