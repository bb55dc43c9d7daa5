"""Close a request, reopen it, or put it on the waitlist."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove, Refused
from appointments.models import AppointmentChange, AppointmentRequest, Offer
from appointments.services.status_moves import check_seen, record_move, take_up
from appointments.services.visits.bookings import give_back_all
from appointments.services.visits.held_times import end_offer, open_offer
from appointments.services.visits.visit_records import active_visit
from appointments.workflow import CLOSED_BY_HAND, ClosedReason, Status

CHOOSE_A_KIND = gettext_lazy("Choose what kind of closing this is.")

SAY_WHY = gettext_lazy("Say why: closing and reopening need a reason.")


@locking()
def close_request(
    *, request_id: int, seen_version: int, closed_reason: str, reason: str, actor: AbstractUser
) -> AppointmentRequest:
    """Close a request and return it; held times and a booked visit are released.

    `closed_reason` is one of CLOSED_BY_HAND; `reason` says why in words and is required. Raises StalePage,
    IllegalMove for a closed request, and Refused without a reason.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if closed_reason not in CLOSED_BY_HAND:
        raise Refused(CHOOSE_A_KIND)
    if not reason.strip():
        raise Refused(SAY_WHY)
    _close(request, closed_reason=closed_reason, reason=reason.strip(), actor=actor)
    return request


@locking()
def mark_duplicate(
    *, request_id: int, seen_version: int, of_reference: str, actor: AbstractUser
) -> AppointmentRequest:
    """Close a request as a duplicate of another and return it. Nothing is merged.

    `of_reference` is the other request's reference, with or without its dash. Raises StalePage, and Refused if
    the reference is unknown, the request's own, or that of another duplicate.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    reference = of_reference.replace("-", "").replace(" ", "").upper()
    other = AppointmentRequest.objects.filter(reference=reference).first()
    if other is None:
        raise Refused(_("There is no request with this reference."))
    if other.pk == request.pk:
        raise Refused(_("A request can't be a duplicate of itself."))
    if other.duplicate_of_id is not None:
        raise Refused(_("That request is itself a duplicate. Enter the reference of the active request."))
    reason = _("Duplicate of %(reference)s.") % {"reference": other.spoken_reference}
    _close(request, closed_reason=ClosedReason.DUPLICATE, reason=reason, actor=actor)
    request.duplicate_of = other
    request.save(update_fields=["duplicate_of"])
    return request


def _close(request: AppointmentRequest, *, closed_reason: str, reason: str, actor: AbstractUser) -> None:
    if request.status == Status.CLOSED:
        raise IllegalMove(_("This request is already closed."))
    give_back_all(request, actor=actor, reason=reason)
    request.next_contact_on = None
    request.save(update_fields=["next_contact_on"])
    record_move(request, to=Status.CLOSED, actor=actor, reason=reason, closed_reason=closed_reason)


@locking()
def reopen_request(*, request_id: int, seen_version: int, reason: str, actor: AbstractUser) -> AppointmentRequest:
    """Reopen a closed request and return it, in review. `reason` is required. Raises what closing raises."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status != Status.CLOSED:
        raise IllegalMove(_("This request is not closed."))
    if not reason.strip():
        raise Refused(SAY_WHY)
    record_move(request, to=Status.IN_REVIEW, actor=actor, reason=reason.strip())
    return request


@locking()
def waitlist_request(
    *, request_id: int, seen_version: int, actor: AbstractUser, reason: str = ""
) -> AppointmentRequest:
    """Put a request on the waitlist, give back held times, and return it. Raises IllegalMove if a visit is booked."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if active_visit(request) is not None:
        raise IllegalMove(_("A visit is booked. Cancel it first, or keep it."))
    take_up(request, actor=actor)
    if offer := open_offer(request):
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=AppointmentChange.Kind.WITHDRAWN, actor=actor)
    record_move(request, to=Status.WAITLISTED, actor=actor, reason=reason.strip())
    return request


@locking()
def resume_request(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Move a request back into review from the waitlist or from waiting on the patient; raises IllegalMove."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status not in (Status.WAITING_ON_PATIENT, Status.WAITLISTED):
        raise IllegalMove(_("This request is not waiting."))
    record_move(request, to=Status.IN_REVIEW, actor=actor)
    return request
