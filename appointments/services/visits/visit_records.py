"""The one place that writes a visit: its row and the history row that says the same."""

from django.contrib.auth.models import AbstractUser
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

from appointments.guards.refusals import IllegalMove
from appointments.models import Appointment, AppointmentChange, AppointmentRequest, Offer
from appointments.workflow import STANDING, AppointmentStatus

from .reservations import Reserved

Kind = AppointmentChange.Kind


def standing_visit(request: AppointmentRequest) -> Appointment | None:
    """Return the locked request's booked visit, checked in or not, with its row locked too."""
    return (
        request.appointments.select_for_update(of=("self",), no_key=True)
        .select_related("physician", "location")
        .filter(status__in=STANDING)
        .first()
    )


def refuse_after_check_in(visit: Appointment | None) -> None:
    """Raise IllegalMove for a visit whose patient is here already."""
    if visit is not None and visit.status == AppointmentStatus.ARRIVED:
        raise IllegalMove(_("The patient has been checked in. Undo that first."))


def record_change(
    appointment: Appointment,
    *,
    kind: AppointmentChange.Kind,
    actor: AbstractUser | None,
    reason: str = "",
    period_before: DateTimeTZRange | None = None,
    by_system: bool = False,
) -> None:
    """Write the history row of what `appointment` is now."""
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
    """Write a held or booked time for a locked request."""
    appointment = Appointment.objects.create(
        request=request, offer=offer, status=status, **reserved.columns(), off_rules_reason=reserved.off_rules_reason
    )
    record_change(appointment, kind=kind, actor=actor, reason=reserved.off_rules_reason)
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
    """Write a visit's new status; what the patient should know of raises the sequence that calendars compare."""
    appointment.status = status
    appointment.sequence += patient_should_know
    appointment.save(update_fields=["status", "sequence"])
    record_change(appointment, kind=kind, actor=actor, reason=reason, by_system=by_system)


def move_visit(appointment: Appointment, reserved: Reserved, *, actor: AbstractUser | None, reason: str = "") -> None:
    """Give a visit that stands another time (and physician, and place), in place: its calendar entry lives on."""
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
    )
