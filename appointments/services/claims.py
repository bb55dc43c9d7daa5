"""Who works on a request."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from appointments.models import AppointmentRequest
from appointments.workflow import Status

from .moves import lock_request, record_move
from .refusals import AlreadyClaimed, IllegalMove

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def claim_request(*, request_id: int, actor: "AbstractUser") -> AppointmentRequest:
    """Make the request `actor`'s and return it; a new one goes into review. Claiming one's own again is fine.

    Raises AlreadyClaimed with the colleague's name, and IllegalMove for a closed request.
    """
    request = lock_request(request_id)
    if request.claimed_by_id not in (None, actor.pk):
        raise AlreadyClaimed(_("%(name)s is already working on this request.") % {"name": request.claimed_by})
    if request.status == Status.CLOSED:
        raise IllegalMove(_("This request is closed. Reopen it first."))
    if request.status == Status.SUBMITTED:
        record_move(request, to=Status.IN_REVIEW, actor=actor)
    request.claimed_by_id = actor.pk
    request.save(update_fields=["claimed_by"])
    return request


@transaction.atomic
def claim_next(*, actor: "AbstractUser") -> AppointmentRequest | None:
    """Claim the most pressing unclaimed open request and return it, or None when there is none.

    Rows that a colleague is claiming at this moment are passed over, so two people never get the same one.
    """
    request = (
        AppointmentRequest.objects.filter(status__in=[Status.SUBMITTED, Status.IN_REVIEW], claimed_by=None)
        .most_pressing_first()
        .select_for_update(of=("self",), skip_locked=True)
        .first()
    )
    return claim_request(request_id=request.pk, actor=actor) if request else None


@transaction.atomic
def release_request(*, request_id: int, actor: "AbstractUser") -> AppointmentRequest:
    """Give one's own request back to the queue and return it; raises AlreadyClaimed for somebody else's."""
    request = lock_request(request_id)
    if request.claimed_by_id not in (None, actor.pk):
        raise AlreadyClaimed(_("%(name)s is working on this request.") % {"name": request.claimed_by})
    request.claimed_by = None
    request.save(update_fields=["claimed_by"])
    return request
