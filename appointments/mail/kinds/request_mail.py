"""Mail about the request itself: receipt, lost link, questions, and how it ends."""

import dataclasses

from django.utils.translation import gettext_lazy as _

from appointments.guards.links import link_for_mail
from appointments.mail.calls import TELL_OF_THE_END
from appointments.mail.listed_requests import requests_to_list
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import AppointmentRequest, Notification, RequestWording
from appointments.workflow import ClosedReason, Status

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


EMERGENCY_FIRST = _("If you have an emergency, call 911.")
STILL_NEEDED = _("If you still need an appointment, please call us.")
CLOSED_TEXT = {
    ClosedReason.DECLINED: "declined_text",
    ClosedReason.UNREACHABLE: "unreachable_text",
    ClosedReason.DUPLICATE: "duplicate_text",
}


def _why_closed(notification: Notification) -> Context:
    """Return the editors' words for the reason; nothing where plain words are enough or where they aren't true.

    Someone who wrote in a stranger's name must not learn that the stranger has a request too.
    """
    request = request_of(notification)
    if request.closed_reason == ClosedReason.SENT_TO_EMERGENCY:
        return {"lines": [EMERGENCY_FIRST, STILL_NEEDED]}
    name = CLOSED_TEXT.get(ClosedReason(request.closed_reason))
    other = request.duplicate_of
    if other is not None and other.email.casefold() != request.email.casefold():
        other = None
    if request.closed_reason == ClosedReason.DUPLICATE and other is None:
        name = None
    if request.closed_reason == ClosedReason.UNREACHABLE and not request.contact_attempts.exists():
        name = None
    return {"lines": RequestWording.current().lines_of(name) if name else [], "other": other}


def _is_newest_of_its_kind(notification: Notification) -> bool:
    newer = Notification.objects.filter(
        request=notification.request, kind=notification.kind, created_at__gt=notification.created_at
    )
    return not newer.exists()


def _is_closed(notification: Notification) -> bool:
    return request_of(notification).status == Status.CLOSED and _is_newest_of_its_kind(notification)


def _is_open_though_told_otherwise(notification: Notification) -> bool:
    """Return True if the patient was told that the request is closed."""
    request = request_of(notification)
    was_told = request.notifications.told().filter(kind__in=TELL_OF_THE_END, created_at__lte=notification.created_at)
    return request.status == Status.IN_REVIEW and _is_newest_of_its_kind(notification) and was_told.exists()


def _waitlist_words(notification: Notification) -> Context:
    return {"lines": RequestWording.current().lines_of("waitlisted_text")}


def _is_waitlisted(notification: Notification) -> bool:
    return request_of(notification).status == Status.WAITLISTED and _is_newest_of_its_kind(notification)


def _is_first_word(notification: Notification) -> bool:
    """Return True unless the patient knows more already: it may have been put off for an hour."""
    request = request_of(notification)
    return request.status != Status.CLOSED and not request.notifications.told().exists()


RECEIVED = declare(
    MailKind(
        name="received",
        label=_("Request received"),
        subject=_("We've received your appointment request (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_help_first,
        still_needed=_is_first_word,
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
        call=_("Ask the question that is on the request's page."),
    )
)
CLOSED = declare(
    MailKind(
        name="closed",
        label=_("Request closed"),
        subject=_("Your appointment request is closed (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_why_closed,
        still_needed=_is_closed,
        call=_("Say that the request is closed, and why."),
    )
)
REOPENED = declare(
    MailKind(
        name="reopened",
        label=_("Request open again"),
        subject=_("Your appointment request is open again (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        still_needed=_is_open_though_told_otherwise,
        call=_("Say that we're working on the request again."),
    )
)
WAITLISTED = declare(
    MailKind(
        name="waitlisted",
        label=_("On the waitlist"),
        subject=_("You're on our waitlist (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_waitlist_words,
        still_needed=_is_waitlisted,
        call=_("Say that the patient is on the waitlist."),
    )
)
