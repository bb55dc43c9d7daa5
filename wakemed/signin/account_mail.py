"""Mail to a member of staff whenever something changes about how they sign in. It goes through the outbox."""

import uuid
from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.models import AbstractUser
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from appointments.mail.mail_kinds import MailKind, Recipient, declare
from appointments.mail.outbox import notify_staff

from .second_factor import FACTORS


def _declare(name: str, label: Any, subject: Any) -> MailKind:
    return declare(MailKind(name=name, label=label, subject=subject, goes_to=Recipient.STAFF, folder="wakemed/mail"))


PASSWORD_CHANGED = _declare("password_changed", _("Password changed"), _("Your password was changed"))
FACTOR_ADDED = _declare("factor_added", _("Second step added"), _("A second step was added to your sign-in"))
FACTOR_REMOVED = _declare("factor_removed", _("Second step removed"), _("A second step was removed from your sign-in"))
CODES_RENEWED = _declare("codes_renewed", _("New recovery codes"), _("You have new recovery codes"))


def tell(user: AbstractUser, kind: MailKind) -> None:
    """Queue one mail about a change that has just been made."""
    notify_staff([user], kind, f"{kind.name}:{uuid.uuid4()}")


@receiver([password_changed, password_reset], dispatch_uid="wakemed.password_changed")
def tell_of_password(sender: Any, *, user: AbstractUser, **more: Any) -> None:
    """Tell of a password that its owner changed, or that a link replaced."""
    tell(user, PASSWORD_CHANGED)


@receiver(authenticator_added, dispatch_uid="wakemed.factor_added")
def tell_of_new_factor(sender: Any, *, user: AbstractUser, authenticator: Authenticator, **more: Any) -> None:
    """Tell of a new app or passkey; the recovery codes that come with the first one need no mail."""
    if authenticator.type in FACTORS:
        tell(user, FACTOR_ADDED)


@receiver(authenticator_removed, dispatch_uid="wakemed.factor_removed")
def tell_of_removed_factor(sender: Any, *, authenticator: Authenticator, **more: Any) -> None:
    """Tell the owner of an app or passkey that it was removed, by them or by a manager."""
    if authenticator.type in FACTORS:
        tell(authenticator.user, FACTOR_REMOVED)


@receiver(authenticator_reset, dispatch_uid="wakemed.codes_renewed")
def tell_of_new_codes(sender: Any, *, user: AbstractUser, **more: Any) -> None:
    """Tell of new recovery codes."""
    tell(user, CODES_RENEWED)
