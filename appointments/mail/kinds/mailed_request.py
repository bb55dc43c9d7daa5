"""The request that a mail to a patient is about."""

from appointments.models import AppointmentRequest, Notification


def request_of(notification: Notification) -> AppointmentRequest:
    """Return the request of a mail to a patient; raises ValueError for mail to staff."""
    if notification.request is None:
        raise ValueError("this mail is not about a request")
    return notification.request
