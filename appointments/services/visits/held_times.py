"""The times that an offer holds, until they are given back."""

from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from appointments.models import Appointment, AppointmentChange, AppointmentRequest, Offer
from appointments.workflow import AppointmentStatus

from .visit_records import set_status


def open_offer(request: AppointmentRequest) -> Offer | None:
    """Return and lock the request's offer that is waiting for an answer, even if its time is up."""
    return request.offers.open().select_for_update(of=("self",)).first()


def end_offer(
    request: AppointmentRequest,
    offer: Offer,
    *,
    outcome: Offer.Outcome,
    kind: AppointmentChange.Kind,
    actor: AbstractUser | None,
    but: Appointment | None = None,
    by_system: bool = False,
) -> None:
    """End the open offer of a locked request and give its times back, except `but`, the chosen one."""
    offer.outcome, offer.ended_at = outcome, timezone.now()
    offer.save(update_fields=["outcome", "ended_at"])
    held = offer.appointments.select_for_update(of=("self",)).filter(status=AppointmentStatus.PENDING)
    for appointment in held.order_by("pk"):
        if but is None or appointment.pk != but.pk:
            set_status(appointment, AppointmentStatus.CANCELLED, kind=kind, actor=actor, by_system=by_system)
