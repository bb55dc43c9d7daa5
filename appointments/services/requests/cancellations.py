"""A patient cancels a request, or undoes the cancellation."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove
from appointments.models import AppointmentRequest
from appointments.services.status_moves import record_move
from appointments.services.visits.bookings import give_back_all
from appointments.services.visits.patient_changes import may_change_visit
from appointments.workflow import ClosedReason, Status

CAN_BE_TAKEN_BACK_FOR = datetime.timedelta(days=7)
LONGEST_REASON = 500  # characters


def may_cancel(request: AppointmentRequest) -> bool:
    """Return True if the patient can cancel online: a booked visit, until 24 hours before it begins."""
    visit = request.appointments.active().first()
    return request.status != Status.CLOSED and (visit is None or may_change_visit(visit))


def may_take_back(request: AppointmentRequest) -> bool:
    """Return True if the patient canceled it within the last seven days."""
    if request.closed_reason != ClosedReason.CANCELLED_BY_PATIENT:
        return False
    closing = request.status_changes.filter(to_status=Status.CLOSED).order_by("-id").first()
    return closing is not None and timezone.now() - closing.at <= CAN_BE_TAKEN_BACK_FOR


@locking()
def cancel_request(*, request_id: int, reason: str) -> AppointmentRequest:
    """Close the request for the patient and return it. Canceling twice changes nothing.

    Held times and a booked visit are given back. `reason` is the patient's: at most 500 characters, may be empty.
    Raises IllegalMove if the request was closed for another reason or the visit is too soon.
    """
    request = lock_request(request_id)
    if request.closed_reason == ClosedReason.CANCELLED_BY_PATIENT:
        return request
    if not may_cancel(request):
        raise IllegalMove(_("You can't cancel this online anymore. Please call us."))
    give_back_all(request, actor=None, reason=reason.strip()[:LONGEST_REASON], patient_knows=True)
    record_move(
        request,
        to=Status.CLOSED,
        actor=None,
        reason=reason.strip()[:LONGEST_REASON],
        closed_reason=ClosedReason.CANCELLED_BY_PATIENT,
    )
    return request


@locking()
def take_back_cancellation(*, request_id: int) -> AppointmentRequest:
    """Reopen a request that the patient canceled and return it, with a new promise to answer.

    An open request is returned unchanged. Raises IllegalMove if it was closed for another reason or too long ago.
    """
    request = lock_request(request_id)
    if request.status != Status.CLOSED:
        return request
    if not may_take_back(request):
        raise IllegalMove(_("You can't reopen this request online. Call us, or send a new request."))
    record_move(request, to=Status.IN_REVIEW, actor=None, reason=_("The patient still wants an appointment."))
    return request
