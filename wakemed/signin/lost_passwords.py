"""Someone has forgotten their password, or is new and has none yet: the mail with a link to choose one.

Asking for one writes a row and looks nothing up. The mail sender looks, so neither the answer nor its time tells
whether an address is known, and a slow mail server keeps nobody waiting.
"""

import uuid

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.mail.outbox import notify_staff
from appointments.models import Notification
from wakemed.models import LostPassword, User

FOLDER = "wakemed/mail"


def ask_for_password(*, email: str) -> None:
    """Keep the address for the mail sender; the same for every address."""
    LostPassword.objects.create(email=email)


def answer_lost_passwords() -> None:
    """Queue the mails that were asked for; each row is answered in a transaction of its own."""
    while _answer_next():
        pass


@transaction.atomic
def _answer_next() -> bool:
    """Answer the row that has waited longest; returns False when no row is left that nobody else is answering."""
    lost = LostPassword.objects.select_for_update(skip_locked=True).first()
    if lost is None:
        return False
    known = User.objects.filter(email__iexact=lost.email, is_active=True)
    notify_staff(known, NEW_PASSWORD, f"new_password:{lost.pk}")
    lost.delete()
    return True


def invite(user: User) -> None:
    """Queue the mail with which a new member of staff chooses their first password."""
    notify_staff([user], INVITED, f"invited:{uuid.uuid4()}")


def _link(notification: Notification) -> Context:
    """Return the link, which is made when the mail goes out: no row holds it. It works for PASSWORD_RESET_TIMEOUT."""
    user = notification.staff
    if user is None:
        raise ValueError("this mail goes to no member of staff")
    names = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
    return {
        "link": settings.SITE_URL + reverse("account_reset_password_from_key", args=names),
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
        "person": user,
    }


def _has_no_password_yet(notification: Notification) -> bool:
    return notification.staff is not None and not notification.staff.has_usable_password()


NEW_PASSWORD = declare(
    MailKind(
        name="new_password",
        label=_("Forgotten password"),
        subject=_("A new password for your staff account"),
        goes_to=Recipient.STAFF,
        context=_link,
        folder=FOLDER,
    )
)
INVITED = declare(
    MailKind(
        name="invited",
        label=_("Invitation"),
        subject=_("Your staff account"),
        goes_to=Recipient.STAFF,
        context=_link,
        still_needed=_has_no_password_yet,
        folder=FOLDER,
    )
)
