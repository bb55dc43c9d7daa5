"""What the mails say. Fixed text: no condition, no free text, nothing that a stranger could be made to read."""

from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from appointments.mail.calendar_files import FILE_NAME, Method, calendar_file
from appointments.mail.mail_from import mail_domain
from appointments.models import Notification
from physicians.models import Organization

from .contents import CONTENTS
from .staff_mail import staff_mail_of

Kind = Notification.Kind

SUBJECTS = {
    Kind.RECEIVED: _("We have your appointment request (%(reference)s)"),
    Kind.LINK: _("The link to your appointment request"),
    Kind.QUESTION: _("We have a question about your appointment request (%(reference)s)"),
    Kind.OFFERED: _("Please choose a time for your appointment (%(reference)s)"),
    Kind.LAPSING: _("We hold your appointment times only a little longer (%(reference)s)"),
    Kind.BOOKED: _("Your appointment is booked (%(reference)s)"),
    Kind.MOVED: _("Your appointment has been moved (%(reference)s)"),
    Kind.CANCELLED: _("Your appointment is canceled (%(reference)s)"),
    Kind.REMINDER: _("A reminder of your appointment (%(reference)s)"),
    Kind.DIGEST: _("What waits at the scheduling desk"),
}
# What each does to the patient's calendar. A reminder changes nothing there.
CALENDAR_METHODS: dict[Kind, Method] = {Kind.BOOKED: "REQUEST", Kind.MOVED: "REQUEST", Kind.CANCELLED: "CANCEL"}


def message_id(notification: Notification) -> str:
    """Return the mail's Message-ID: the same at every attempt, so that a repeated mail can be recognized."""
    return f"<{notification.id}@{mail_domain()}>"


def build_message(notification: Notification) -> EmailMultiAlternatives:
    """Return the mail, as text and HTML, with fresh links; makes a link's row when there is none."""
    kind = Kind(notification.kind)
    request, staff = notification.request, notification.staff
    foreign = staff_mail_of(notification)
    template = foreign.template if foreign else f"appointments/mail/{kind}"
    reference = request.spoken_reference if request else ""
    subject = str(foreign.subject) if foreign else SUBJECTS[kind] % {"reference": reference}
    context: dict[str, Any] = {
        "request": request,
        "organization": Organization.objects.first(),
        "subject": subject,
        **(foreign.content if foreign else CONTENTS[kind])(notification),
    }
    message = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(f"{template}.txt", context),
        to=[recipient.email for recipient in (request, staff) if recipient],
        headers={"Message-ID": message_id(notification), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    if method := CALENDAR_METHODS.get(kind):
        _add_calendar(message, notification, method)
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
