"""Staff book, move and cancel visits, as agreed with the patient."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.guards.locks import lock_physicians, lock_request, locking
from appointments.guards.refusals import NoBookedVisit, Refused, RequestIsClosed
from appointments.mail.kinds.offer_mail import OFFER_ENDED
from appointments.mail.kinds.visit_mail import BOOKED, CANCELLED, MOVED
from appointments.mail.outbox import notify, notify_visit
from appointments.models import Appointment, AppointmentChange, AppointmentRequest, Offer
from appointments.services.status_moves import check_seen, record_move, take_up
from appointments.workflow import AppointmentStatus, ClosedReason, Status

from .held_times import end_offer, open_offer
from .lapsing import lapse_in_the_way
from .reservations import Reserved, Wanted, reserve
from .visit_records import active_visit, create_visit, move_visit, refuse_after_check_in, set_status

SAY_WHY_CANCELED = gettext_lazy("Say why the visit is canceled.")

Kind = AppointmentChange.Kind


def book_visit(
    *,
    request_id: int,
    seen_version: int,
    wanted: Wanted,
    actor: AbstractUser,
    off_rules_reason: str = "",
) -> Appointment:
    """Book a time that the patient agreed to and return the visit. A visit that is already booked moves to it.

    Raises StalePage for a stale page, IllegalMove for a closed request, and what `reserve` raises.
    """
    lapse_in_the_way([wanted])
    return _book_visit(request_id, seen_version, wanted, actor, off_rules_reason)


@locking()
def _book_visit(
    request_id: int, seen_version: int, wanted: Wanted, actor: AbstractUser, off_rules_reason: str
) -> Appointment:
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    take_up(request, actor=actor)
    if offer := open_offer(request):  # the patient has called instead of answering
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=Kind.WITHDRAWN, actor=actor)
    active = active_visit(request)
    physicians = lock_physicians({wanted.physician_id} | ({active.physician_id} if active else set()))
    reserved = reserve(request, wanted, physicians=physicians, off_rules_reason=off_rules_reason, keeping=active)
    return settle(request, reserved, active=active, actor=actor)


def settle(
    request: AppointmentRequest, reserved: Reserved, *, active: Appointment | None, actor: AbstractUser | None
) -> Appointment:
    """Write a reserved time as a locked request's visit, moving the current visit if any, and mail the patient."""
    if active is None:
        visit = create_visit(request, reserved, status=AppointmentStatus.BOOKED, kind=Kind.BOOKED, actor=actor)
    else:
        if _is_the_same(active, reserved):
            raise Refused(_("The visit is already booked for this time."))
        refuse_after_check_in(active)
        visit = active
        move_visit(visit, reserved, actor=actor)
    if request.status == Status.BOOKED:
        request.save(update_fields=["status"])  # raises only the version: pages that show the old time are stale
    else:
        record_move(request, to=Status.BOOKED, actor=actor)
    notify_visit(request, MOVED if active else BOOKED, visit)
    return visit


def _is_the_same(visit: Appointment, reserved: Reserved) -> bool:
    return (visit.period, visit.physician, visit.location) == (
        reserved.period,
        reserved.physician,
        reserved.location,
    )


def cancel_active_visit(
    request: AppointmentRequest, *, actor: AbstractUser | None, reason: str, patient_knows: bool
) -> Appointment | None:
    """Cancel the visit of a locked request, if it has one, tell the patient, and return the visit."""
    visit = active_visit(request)
    if visit is not None:
        set_status(
            visit,
            AppointmentStatus.CANCELLED,
            kind=Kind.CANCELLED,
            actor=actor,
            reason=reason,
            patient_should_know=True,
        )
        notify_visit(request, CANCELLED, visit, patient_knows=patient_knows)
    return visit


def give_back_all(
    request: AppointmentRequest, *, actor: AbstractUser | None, reason: str, patient_knows: bool
) -> Appointment | None:
    """End the open offer and cancel the visit of a locked request, before it is closed; return the canceled visit."""
    if offer := open_offer(request):
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=Kind.WITHDRAWN, actor=actor)
    return cancel_active_visit(request, actor=actor, reason=reason, patient_knows=patient_knows)


@locking()
def cancel_visit(
    *,
    request_id: int,
    seen_version: int,
    actor: AbstractUser,
    reason: str,
    by_patient: bool,
    still_wanted: bool,
) -> AppointmentRequest:
    """Cancel the booked visit and return the request.

    Args:
        request_id: the request's key.
        seen_version: the request's version on the page.
        actor: the member of staff.
        reason: why, in words; required if the hospital cancels.
        by_patient: True if the patient asked for it, False if the hospital cancels.
        still_wanted: True to put the request back in review, False to close it.

    Raises StalePage, IllegalMove without a visit, and Refused if we cancel without a reason.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if not by_patient and not reason.strip():
        raise Refused(SAY_WHY_CANCELED)
    if offer := open_offer(request):
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=Kind.WITHDRAWN, actor=actor)
    if cancel_active_visit(request, actor=actor, reason=reason.strip(), patient_knows=by_patient) is None:
        raise NoBookedVisit
    if not still_wanted:
        closed_reason = ClosedReason.CANCELLED_BY_PATIENT if by_patient else ClosedReason.CANCELLED_BY_STAFF
        record_move(request, to=Status.CLOSED, actor=actor, reason=reason.strip(), closed_reason=closed_reason)
    elif request.status != Status.IN_REVIEW:
        record_move(request, to=Status.IN_REVIEW, actor=actor, reason=reason.strip())
    return request


@locking()
def keep_visit(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Keep a visit that was going to be moved, and return the request, booked again; raises IllegalMove."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if active_visit(request) is None:
        raise NoBookedVisit
    withdrawn = open_offer(request)
    bring_to_booked(request, actor=actor)
    if withdrawn:
        notify(request, OFFER_ENDED, f"offer_ended:{withdrawn.pk}", offer=withdrawn)
    return request


def bring_to_booked(request: AppointmentRequest, *, actor: AbstractUser) -> None:
    """Withdraw any open offer of a locked request and set it back to booked."""
    if offer := open_offer(request):
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=Kind.WITHDRAWN, actor=actor)
    if request.status != Status.BOOKED:
        record_move(request, to=Status.BOOKED, actor=actor, reason=_("The visit was kept."))
