"""The only place that writes a visit: its row, and the matching history row."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractUser
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

from appointments.guards.refusals import IllegalMove
from appointments.models import Appointment, AppointmentChange, AppointmentRequest, Offer
from appointments.workflow import ACTIVE, AppointmentStatus

from .reservations import Reserved

Kind = AppointmentChange.Kind


def active_visit(request: AppointmentRequest) -> Appointment | None:
    """Return and lock the request's booked visit, checked in or not."""
    return (
        request.appointments.select_for_update(of=("self",), no_key=True)
        .select_related("physician", "location")
        .filter(status__in=ACTIVE)
        .first()
    )


def refuse_after_check_in(visit: Appointment | None) -> None:
    """Raise IllegalMove if the patient is already checked in."""
    if visit is not None and visit.status == AppointmentStatus.ARRIVED:
        raise IllegalMove(_("The patient is checked in. Undo that first."))


def record_change(
    appointment: Appointment,
    *,
    kind: AppointmentChange.Kind,
    actor: AbstractUser | None,
    reason: str = "",
    period_before: DateTimeTZRange | None = None,
    by_system: bool = False,
    despite: Sequence[DateTimeTZRange] = (),
    outside_hours: bool = False,
) -> None:
    """Write a history row with the appointment's current values.

    `despite` are the absences that staff know of; `outside_hours`: they know that it isn't in the physician's hours.
    """
    AppointmentChange.objects.create(
        appointment=appointment,
        kind=kind,
        status=appointment.status,
        sequence=appointment.sequence,
        period=appointment.period,
        period_before=period_before,
        physician_id=appointment.physician_id,
        location_id=appointment.location_id,
        reason=reason,
        actor_id=actor.pk if actor else None,
        by_system=by_system,
        despite=list(despite),
        outside_hours=outside_hours,
    )


def create_visit(
    request: AppointmentRequest,
    reserved: Reserved,
    *,
    status: AppointmentStatus,
    kind: AppointmentChange.Kind,
    actor: AbstractUser | None,
    offer: Offer | None = None,
) -> Appointment:
    """Write a held or booked time for a locked request and return it."""
    appointment = Appointment.objects.create(
        request=request, offer=offer, status=status, **reserved.columns(), off_rules_reason=reserved.off_rules_reason
    )
    record_change(appointment, kind=kind, actor=actor, reason=reserved.off_rules_reason, **reserved.what_staff_know())
    return appointment


def set_status(
    appointment: Appointment,
    status: AppointmentStatus,
    *,
    kind: AppointmentChange.Kind,
    actor: AbstractUser | None,
    reason: str = "",
    by_system: bool = False,
    patient_should_know: bool = False,
) -> None:
    """Write a visit's new status. `patient_should_know` raises the sequence, so that calendars take the change."""
    appointment.status = status
    appointment.sequence += patient_should_know
    appointment.save(update_fields=["status", "sequence"])
    record_change(appointment, kind=kind, actor=actor, reason=reason, by_system=by_system)


def move_visit(appointment: Appointment, reserved: Reserved, *, actor: AbstractUser | None, reason: str = "") -> None:
    """Change the time, physician and place of a booked visit in place, so that its calendar entry is updated."""
    before = appointment.period
    if (appointment.physician, appointment.location) != (reserved.physician, reserved.location):
        appointment.join_link = ""  # it led to the other physician
    for name, value in reserved.columns().items():
        setattr(appointment, name, value)
    appointment.off_rules_reason = reserved.off_rules_reason
    appointment.sequence += 1
    appointment.save(update_fields=[*reserved.columns(), "off_rules_reason", "join_link", "sequence"])
    record_change(
        appointment,
        kind=Kind.MOVED,
        actor=actor,
        reason=reason or reserved.off_rules_reason,
        period_before=before,
        **reserved.what_staff_know(),
    )
