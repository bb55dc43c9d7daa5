"""Nobody is told of a visit that has just changed: its row is locked while the mail goes out."""

from django.db import connection

from appointments.guards.links import link_for_mail
from appointments.guards.locks import LOCK_TIMEOUT
from appointments.models import Appointment, Notification


def lock_visit(notification: Notification) -> None:
    """Keep the visit that the mail is about unchanged until the mail has gone out and that is written down.

    A cancellation then waits for a reminder that is on its way, or the reminder sees the cancellation. Raises
    OperationalError when a booking holds the row for longer than a few seconds.
    """
    if notification.appointment_id is None or notification.request is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    # May write the link's row, which waits for the request's: that one comes before the visit's (guards/locks.py).
    link_for_mail(notification.request)
    notification.appointment = locked_visit(notification.appointment_id)


def locked_visit(appointment_id: int) -> Appointment:
    """Lock the row of a visit and return it with its current values."""
    return (
        Appointment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("physician", "location", "request")
        .get(pk=appointment_id)
    )
