"""Renders a queued mail. Fixed text: no condition, no free text, nothing that a stranger could be made to read."""

import functools

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from appointments.guards.links import link_for_mail
from appointments.models import Notification
from physicians.models import Organization

from .calendar_files import FILE_NAME, Method, calendar_file
from .mail_from import mail_domain
from .mail_kinds import kind_of


def message_id(notification: Notification) -> str:
    """Return the mail's Message-ID: the same at every attempt, so that a repeated mail can be recognized."""
    return f"<{notification.id}@{mail_domain()}>"


def build_message(notification: Notification) -> EmailMultiAlternatives:
    """Return the mail, as text and HTML, with fresh links; creates a link if none can be used."""
    kind = kind_of(notification)
    request, staff = notification.request, notification.staff
    its = kind.context(notification)
    subject = kind.subject_line(request.spoken_reference if request else "", times=len(its.get("times", ())))
    context = {
        "request": request,
        "organization": Organization.objects.first(),
        "subject": subject,
        # The patient's page. A function, so that a mail that lists several links creates no other one.
        "link": functools.cache(functools.partial(link_for_mail, request)) if request else "",
        **its,
    }
    message = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(kind.template("txt"), context),
        to=[recipient.email for recipient in (request, staff) if recipient],
        headers={"Message-ID": message_id(notification), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(kind.template("html"), context), "text/html")
    if kind.calendar_method:
        _add_calendar(message, notification, kind.calendar_method)
    return message


def _add_calendar(message: EmailMultiAlternatives, notification: Notification, method: Method) -> None:
    """Add the calendar file twice, as the large calendar services do themselves.

    Gmail and Outlook read it as the last alternative of the text, whose type names the method (RFC 6047, 2.4), and
    show the visit with its buttons. Apple Mail and programs that know no alternatives show the attachment; it is no
    `text/calendar` a second time, which Outlook would show as another invitation.
    """
    if notification.appointment is None:
        return
    file = calendar_file(notification.appointment, method=method)
    message.attach_alternative(file.decode(), f"text/calendar; method={method}")
    message.attach(FILE_NAME, file, "application/ics")
