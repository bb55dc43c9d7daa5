"""What every mail to a patient needs: the request, and the address of its own page."""

from appointments.guards.links import link_for_mail
from appointments.mail.mail_kinds import Context
from appointments.models import AppointmentRequest, Notification


def request_of(notification: Notification) -> AppointmentRequest:
    """Return the request that a mail to a patient is about."""
    if notification.request is None:
        raise ValueError("this mail is not about a request")
    return notification.request


def page_link(notification: Notification) -> Context:
    """Return the address of the request's own page."""
    return {"link": link_for_mail(request_of(notification))}


def always(notification: Notification) -> bool:
    """Say that the mail stays true, whatever happens before it is sent."""
    return True
