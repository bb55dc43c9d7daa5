"""The moves of a request from one state to the next."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from appointments.models import AppointmentRequest, StatusChange
from appointments.workflow import ClosedReason, Status, needs_reason, next_statuses

from .refusals import IllegalMove, MovedMeanwhile

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def lock_request(request_id: int) -> AppointmentRequest:
    """Return the request with its row locked until the transaction ends; raises AppointmentRequest.DoesNotExist."""
    return AppointmentRequest.objects.select_for_update(of=("self",)).get(pk=request_id)


def record_move(
    request: AppointmentRequest,
    *,
    to: Status,
    actor: "AbstractUser | None",
    reason: str = "",
    closed_reason: str = "",
) -> None:
    """Write a locked request's new state and its history row; raises IllegalMove."""
    if to not in next_statuses(request.status):
        raise IllegalMove(
            _("A request that is “%(now)s” cannot become “%(then)s”.")
            % {"now": request.get_status_display(), "then": to.label}
        )
    StatusChange.objects.create(
        request=request,
        from_status=request.status,
        to_status=to,
        closed_reason=closed_reason,
        reason=reason,
        actor_id=actor.pk if actor else None,
    )
    request.status = to
    request.closed_reason = closed_reason
    request.save(update_fields=["status", "closed_reason"])


@transaction.atomic
def move_request(
    *,
    request_id: int,
    seen_status: str,
    to: Status,
    actor: "AbstractUser",
    reason: str = "",
    closed_reason: str = "",
) -> AppointmentRequest:
    """Move a request and return it. A claim says who works on it; it does not stop a colleague who must step in.

    Arguments:
        request_id: its primary key.
        seen_status: the state that the person saw when deciding.
        to: the new state.
        actor: who moves it.
        reason: why, in words; required to close and to reopen.
        closed_reason: a ClosedReason, exactly when `to` is closed.

    Raises MovedMeanwhile when it is not in `seen_status` any more, IllegalMove when the workflow or the
    missing reason forbids it.
    """
    request = lock_request(request_id)
    if request.status != seen_status:
        raise MovedMeanwhile(
            _("Somebody moved this request meanwhile: it is now “%(now)s”. Look again before you decide.")
            % {"now": request.get_status_display()}
        )
    if needs_reason(request.status, to) and not reason.strip():
        raise IllegalMove(_("Say why: closing and reopening need a reason."))
    if (to == Status.CLOSED) != (closed_reason in ClosedReason.values):
        raise IllegalMove(_("Choose what kind of closing this is."))
    record_move(request, to=to, actor=actor, reason=reason.strip(), closed_reason=closed_reason)
    return request
