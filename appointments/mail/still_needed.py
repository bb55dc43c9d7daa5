"""Is a mail that was queued still true? Asked at the moment of sending."""

from collections.abc import Callable

from django.db import connection
from django.utils import timezone

from appointments.guards.links import link_for_mail
from appointments.guards.locks import LOCK_TIMEOUT
from appointments.models import Appointment, Notification
from appointments.workflow import AppointmentStatus, Status

from .desk_numbers import desk_numbers
from .staff_mail import staff_mail_of

Kind = Notification.Kind


def lock_visit(notification: Notification) -> None:
    """Keep the visit that the mail speaks of as it is until the mail has gone out and that is written down.

    A cancellation then waits for a reminder that is on its way, or the reminder sees the cancellation. Raises
    OperationalError when a booking holds the row for longer than a few seconds.
    """
    if notification.appointment_id is None or notification.request is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    # May write the link's row, which waits for the request's: that one comes before the visit's (services/locks.py).
    link_for_mail(notification.request)
    notification.appointment = locked_visit(notification.appointment_id)


def locked_visit(appointment_id: int) -> Appointment:
    """Return the visit as it is now, with its row locked."""
    return (
        Appointment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("physician", "location", "request")
        .get(pk=appointment_id)
    )


def still_needed(notification: Notification) -> bool:
    """Tell whether to send it; `lock_visit` comes first."""
    if notification.request is not None and not notification.request.email:
        return False
    if foreign := staff_mail_of(notification):
        return staff_is_there(notification) and foreign.still_needed(notification)
    return CHECKS.get(Kind(notification.kind), _always)(notification)


def staff_is_there(notification: Notification) -> bool:
    """Tell whether the person still works here and has an address."""
    staff = notification.staff
    return staff is not None and staff.is_active and bool(staff.email)


def _always(notification: Notification) -> bool:
    return True


def _asks_something(notification: Notification) -> bool:
    return notification.request is not None and notification.request.status == Status.WAITING_ON_PATIENT


def _offer_is_open(notification: Notification) -> bool:
    offer = notification.offer
    return offer is not None and offer.appointments.to_choose_from(timezone.now()).exists()


def _visit_is_as_told(notification: Notification) -> bool:
    visit = notification.appointment
    return (
        visit is not None
        and visit.status == AppointmentStatus.BOOKED
        and visit.sequence == notification.sequence
        and visit.start > timezone.now()
    )


def _reminds(notification: Notification) -> bool:
    """Tell whether the visit is still to come and no later reminder of it waits, as after an outage."""
    later = Notification.objects.filter(
        appointment=notification.appointment, kind=Kind.REMINDER, created_at__gt=notification.created_at
    )
    return _visit_is_as_told(notification) and not later.exists()


def _visit_is_cancelled(notification: Notification) -> bool:
    visit = notification.appointment
    return visit is not None and visit.status == AppointmentStatus.CANCELLED


def _desk_waits(notification: Notification) -> bool:
    """Tell whether it is still the digest's day, the person still works here, and there is something to say."""
    return (
        staff_is_there(notification)
        and timezone.localdate(notification.created_at) == timezone.localdate()
        and desk_numbers().any
    )


CHECKS: dict[Notification.Kind, Callable[[Notification], bool]] = {
    Kind.QUESTION: _asks_something,
    Kind.OFFERED: _offer_is_open,
    Kind.LAPSING: _offer_is_open,
    Kind.BOOKED: _visit_is_as_told,
    Kind.MOVED: _visit_is_as_told,
    Kind.REMINDER: _reminds,
    Kind.CANCELLED: _visit_is_cancelled,
    Kind.DIGEST: _desk_waits,
}
