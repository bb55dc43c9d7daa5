"""A patient cancels a request, and may take that back."""

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
    """Tell whether the patient can cancel in place: a booked visit until 24 hours before it begins."""
    visit = request.appointments.standing().first()
    return request.status != Status.CLOSED and (visit is None or may_change_visit(visit))


def may_take_back(request: AppointmentRequest) -> bool:
    """Tell whether the patient canceled it, within the last seven days."""
    if request.closed_reason != ClosedReason.CANCELLED_BY_PATIENT:
        return False
    closing = request.status_changes.filter(to_status=Status.CLOSED).order_by("-id").first()
    return closing is not None and timezone.now() - closing.at <= CAN_BE_TAKEN_BACK_FOR


@locking()
def cancel_request(*, request_id: int, reason: str) -> AppointmentRequest:
    """Close the request in the patient's name and return it; one that the patient has canceled already stays so.

    Times that are held and a booked visit are given back.

    `reason` is the patient's, may be empty, and has at most 500 characters. Raises IllegalMove for a request that
    was closed otherwise, or whose visit is too near.
    """
    request = lock_request(request_id)
    if request.closed_reason == ClosedReason.CANCELLED_BY_PATIENT:
        return request
    if not may_cancel(request):
        raise IllegalMove(_("This can no longer be canceled here. Please call us."))
    give_back_all(request, actor=None, reason=reason.strip()[:LONGEST_REASON])
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
    """Open a request that the patient had canceled and return it; the promise to answer starts anew.

    One that is open already stays as it is. Raises IllegalMove when it was closed otherwise or too long ago.
    """
    request = lock_request(request_id)
    if request.status != Status.CLOSED:
        return request
    if not may_take_back(request):
        raise IllegalMove(_("This request cannot be opened again here. Please call us, or ask anew."))
    record_move(request, to=Status.IN_REVIEW, actor=None, reason=_("The patient still wants an appointment."))
    return request
