"""Mail that a change causes, written in the change's own transaction."""

from appointments.models import Appointment, AppointmentRequest, Notification, Offer


def notify(
    request: AppointmentRequest,
    kind: Notification.Kind,
    cause: str,
    *,
    offer: Offer | None = None,
    appointment: Appointment | None = None,
) -> None:
    """Queue one mail to the patient; nothing for a request without an e-mail address.

    `cause` is unique: the same one twice is refused by the database. A mail about a visit speaks of the visit as it
    is now; after another change of it, it is not sent any more.
    """
    if not request.email:
        return
    Notification.objects.create(
        request=request,
        kind=kind,
        cause=cause,
        offer=offer,
        appointment=appointment,
        sequence=appointment.sequence if appointment else None,
    )


def notify_visit(request: AppointmentRequest, kind: Notification.Kind, appointment: Appointment) -> None:
    """Queue the mail about what a visit has become."""
    notify(request, kind, f"{kind}:{appointment.pk}:{appointment.sequence}", appointment=appointment)
