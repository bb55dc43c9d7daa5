"""Mail about the request itself: receipt, lost link, questions."""

import dataclasses

from django.utils.translation import gettext_lazy as _

from appointments.guards.links import link_for_mail
from appointments.mail.listed_requests import requests_to_list
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import AppointmentRequest, Notification
from appointments.workflow import Status

from .mailed_request import request_of


@dataclasses.dataclass(frozen=True)
class Linked:
    """A request and the address of its own page, as a mail lists them."""

    request: AppointmentRequest
    link: str


def _links(notification: Notification) -> Context:
    """Return the pages of every request that the address may see: someone has lost their link."""
    request = request_of(notification)
    requests = list(requests_to_list(request.email)) or [request]
    return {"linked": [Linked(one, link_for_mail(one)) for one in requests]}


def _help_first(notification: Notification) -> Context:
    """Return the danger that was noted. The mail repeats numbers to call, and nothing of the words."""
    return {"danger": request_of(notification).danger}


def _is_still_asked(notification: Notification) -> bool:
    return request_of(notification).status == Status.WAITING_ON_PATIENT


RECEIVED = declare(
    MailKind(
        name="received",
        label=_("Request received"),
        subject=_("We've received your appointment request (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_help_first,
        anyone_can_cause=True,
    )
)
LINK = declare(
    MailKind(
        name="link",
        label=_("Link to the request"),
        subject=_("The link to your appointment request"),
        goes_to=Recipient.PATIENT,
        context=_links,
        anyone_can_cause=True,
    )
)
QUESTION = declare(
    MailKind(
        name="question",
        label=_("Question"),
        subject=_("We have a question about your appointment request (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        still_needed=_is_still_asked,
    )
)
