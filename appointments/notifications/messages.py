"""What the mails say. Fixed text: no condition, no free text, nothing that a stranger could be made to read."""

import dataclasses
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest, Notification
from appointments.services.links import link_for_mail
from appointments.services.lost_links import requests_to_list
from physicians.models import Organization

SUBJECTS = {
    Notification.Kind.RECEIVED: _("We have your appointment request (%(reference)s)"),
    Notification.Kind.LINK: _("The link to your appointment request"),
}


@dataclasses.dataclass(frozen=True)
class Linked:
    """A request and the address of its own page, as a mail lists them."""

    request: AppointmentRequest
    link: str


def message_id(notification: Notification) -> str:
    """Return the mail's Message-ID: the same at every attempt, so that a repeated mail can be recognized."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{notification.id}@{domain}>"


def linked(notification: Notification) -> list[Linked]:
    """Return what the mail links to: its own request, or all of the address when somebody has lost their link."""
    requests = [notification.request]
    if notification.kind == Notification.Kind.LINK:
        requests = list(requests_to_list(notification.request.email)) or requests
    return [Linked(request, link_for_mail(request)) for request in requests]


def build_message(notification: Notification) -> EmailMultiAlternatives:
    """Return the mail, as text and HTML, with fresh links; makes a link's row when there is none."""
    subject = SUBJECTS[Notification.Kind(notification.kind)] % {"reference": notification.request.spoken_reference}
    context = {
        "request": notification.request,
        "organization": Organization.objects.first(),
        "linked": linked(notification),
        "subject": subject,
    }
    template = f"appointments/mail/{notification.kind}"
    message = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(f"{template}.txt", context),
        to=[notification.request.email],
        headers={"Message-ID": message_id(notification), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return message
