"""Mail to the scheduling desk."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.mail.desk_numbers import desk_numbers, desk_tab, digest_lines
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import Notification


def _numbers(notification: Notification) -> Context:
    return {"lines": digest_lines(desk_numbers()), "link": desk_tab("new")}


def _is_todays_and_says_something(notification: Notification) -> bool:
    return timezone.localdate(notification.created_at) == timezone.localdate() and desk_numbers().any


DIGEST = declare(
    MailKind(
        name="digest",
        label=_("What's waiting at the desk"),
        subject=_("Scheduling desk: what's waiting"),
        goes_to=Recipient.STAFF,
        context=_numbers,
        still_needed=_is_todays_and_says_something,
    )
)
