"""The day of the visit: check-in, completion, no-show; and the visit's numbers in the health record."""

import datetime
import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_physicians, lock_request, locking
from appointments.guards.refusals import IllegalMove, NoBookedVisit, Refused, VisitNotBegun
from appointments.mail.kinds.visit_mail import MISSED
from appointments.mail.outbox import notify
from appointments.models import Appointment, AppointmentChange, AppointmentRequest
from appointments.models.secure_link import SECURE_LINK_WANTED, validate_secure_link
from appointments.services.status_moves import check_seen, record_move
from appointments.workflow import CLOSED_BY_VISIT, OVER, AppointmentStatus, ClosedReason, Status

from .bookings import bring_to_booked
from .visit_records import active_visit, refuse_after_check_in, set_status

Kind = AppointmentChange.Kind
TO_UNDO = datetime.timedelta(minutes=15)


def _visit_of(request_id: int, seen_version: int) -> tuple[AppointmentRequest, Appointment]:
    request = lock_request(request_id)
    check_seen(request, seen_version)
    visit = active_visit(request)
    if visit is None:
        raise NoBookedVisit
    return request, visit


def is_today(visit: Appointment) -> bool:
    """Return True if the visit is today, in the time zone of its place."""
    zone = zoneinfo.ZoneInfo(visit.time_zone)
    return timezone.localdate(timezone=zone) == visit.local_start.date()


def check_in_opens(visit: Appointment) -> datetime.datetime:
    """Return the moment from which the patient can be checked in, on the clock of the visit's place."""
    return visit.local_start - datetime.timedelta(hours=settings.APPOINTMENTS_CHECK_IN_HOURS)


@locking()
def check_in(*, request_id: int, seen_version: int, actor: AbstractUser) -> Appointment:
    """Check the patient in and return the visit. Raises IllegalMove on another day, and hours before the visit."""
    request, visit = _visit_of(request_id, seen_version)
    if visit.status == AppointmentStatus.ARRIVED:
        raise IllegalMove(_("The patient is already checked in."))
    if not is_today(visit):
        raise IllegalMove(_("The visit is on another day (%(when)s).") % {"when": visit.when})
    if timezone.now() < (opens := check_in_opens(visit)):
        raise IllegalMove(_("Check-in opens at %(time)s.") % {"time": date_format(opens, "g:i a")})
    bring_to_booked(request, actor=actor)
    set_status(visit, AppointmentStatus.ARRIVED, kind=Kind.CHECKED_IN, actor=actor)
    request.save(update_fields=["status"])
    return visit


@locking()
def undo_check_in(*, request_id: int, seen_version: int, actor: AbstractUser) -> Appointment:
    """Undo a check-in and return the visit; raises IllegalMove."""
    request, visit = _visit_of(request_id, seen_version)
    if visit.status != AppointmentStatus.ARRIVED:
        raise IllegalMove(_("The patient isn't checked in."))
    set_status(visit, AppointmentStatus.BOOKED, kind=Kind.CHECK_IN_UNDONE, actor=actor)
    request.save(update_fields=["status"])
    return visit


@locking()
def complete_visit(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Close the request because the visit took place, and return it. Raises IllegalMove before the visit begins."""
    request, visit = _visit_of(request_id, seen_version)
    if visit.start > timezone.now() and visit.status != AppointmentStatus.ARRIVED:
        raise VisitNotBegun(visit.when)
    bring_to_booked(request, actor=actor)
    set_status(visit, AppointmentStatus.FULFILLED, kind=Kind.FULFILLED, actor=actor)
    record_move(request, to=Status.CLOSED, actor=actor, closed_reason=ClosedReason.FULFILLED)
    return request


@locking()
def mark_no_show(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Close the request because the patient didn't come, and return it. Raises IllegalMove before the visit.

    The patient is told a quarter of an hour later, since a wrong button can be undone.
    """
    request, visit = _visit_of(request_id, seen_version)
    refuse_after_check_in(visit)
    if visit.start > timezone.now():
        raise VisitNotBegun(visit.when)
    bring_to_booked(request, actor=actor)
    set_status(visit, AppointmentStatus.NOSHOW, kind=Kind.NO_SHOW, actor=actor)
    move = record_move(request, to=Status.CLOSED, actor=actor, closed_reason=ClosedReason.NO_SHOW)
    notify(request, MISSED, f"missed:{move.pk}", appointment=visit, delay=TO_UNDO)
    return request


def can_be_undone(visit: Appointment) -> bool:
    """Return True on the day of the visit: later, a closed request is reopened with a reason."""
    return visit.status in OVER and is_today(visit)


@locking()
def undo_outcome(*, request_id: int, seen_version: int, actor: AbstractUser) -> Appointment:
    """Take back “took place” or “did not come”, and return the visit, booked or checked in as it was before.

    Raises IllegalMove if the request was closed for another reason or the visit was on another day, and TimeTaken if
    its time has been given to someone else.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    visit = request.appointments.filter(status__in=OVER).order_by("-period").first()
    if visit is None or request.closed_reason not in CLOSED_BY_VISIT:
        raise IllegalMove(_("There is nothing to undo: the request isn't closed by a visit."))
    if not can_be_undone(visit):
        raise IllegalMove(_("This can be undone on the day of the visit only. Reopen the request instead."))
    lock_physicians([visit.physician_id])
    before = visit.changes.exclude(status__in=OVER).latest("id").status
    record_move(request, to=Status.IN_REVIEW, actor=actor, reason=_("The outcome of the visit was undone."))
    set_status(visit, AppointmentStatus(before), kind=Kind.OUTCOME_UNDONE, actor=actor)
    record_move(request, to=Status.BOOKED, actor=actor)
    return visit


@locking()
def record_numbers(
    *, request_id: int, actor: AbstractUser, medical_record_number: str, visit_number: str
) -> AppointmentRequest:
    """Save the health record's numbers for the patient and the visit, and mark the visit as entered there.

    Without a visit number the visit counts as not yet in the health record. Raises Refused for a number of more than
    40 characters.
    """
    request = lock_request(request_id)
    numbers = [medical_record_number.strip(), visit_number.strip()]
    if any(len(number) > 40 for number in numbers):
        raise Refused(_("A number can have at most 40 characters."))
    request.medical_record_number = numbers[0]
    request.save(update_fields=["medical_record_number"])
    visit = active_visit(request)
    if visit is None and numbers[1]:
        raise IllegalMove(_("This request has no booked visit to number."))
    if visit is not None:
        visit.visit_number = numbers[1]
        visit.recorded_sequence = visit.sequence if numbers[1] else None
        visit.save(update_fields=["visit_number", "recorded_sequence"])
    return request


@locking()
def set_join_link(*, request_id: int, actor: AbstractUser, address: str) -> Appointment:
    """Set a virtual visit's own link and return the visit. An empty address means the physician's room.

    Raises IllegalMove without a virtual visit, and Refused for an address that doesn't begin with https.
    """
    if address:
        try:
            validate_secure_link(address)
        except ValidationError:
            raise Refused(str(SECURE_LINK_WANTED)) from None
    request = lock_request(request_id)
    visit = active_visit(request)
    if visit is None or not visit.is_virtual:
        raise IllegalMove(_("This request has no virtual visit."))
    visit.join_link = address
    visit.save(update_fields=["join_link"])
    return visit
