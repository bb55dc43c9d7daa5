"""Mail to someone whose account others try to open.

The clock looks into the security log, so no answer at the sign-in takes longer because there is someone to tell.
"""

import dataclasses
import datetime

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.mail.mail_kinds import MailKind, Recipient, declare
from appointments.mail.outbox import notify_staff
from wakemed.models import User
from wakemed.models.security_event import Happened, SecurityEvent

WITHIN = datetime.timedelta(hours=1)


@dataclasses.dataclass(frozen=True)
class Alarm:
    """How many of what within the hour are told, and with which mail."""

    kind: Happened
    times: int
    mail: MailKind


MANY_PASSWORDS = Alarm(
    Happened.SIGN_IN_FAILED,
    50,  # then the sign-in no longer says whether a password is right
    declare(
        MailKind(
            name="many_passwords",
            label=_("Many wrong passwords"),
            subject=_("Someone is trying to sign in to your account"),
            goes_to=Recipient.STAFF,
            folder="wakemed/mail",
        )
    ),
)
WRONG_CODES = Alarm(
    Happened.FACTOR_FAILED,
    5,  # each came with the right password
    declare(
        MailKind(
            name="wrong_codes",
            label=_("Wrong codes"),
            subject=_("Wrong codes at your sign-in"),
            goes_to=Recipient.STAFF,
            folder="wakemed/mail",
        )
    ),
)


def tell_of_attempts() -> None:
    """Queue the mails; a person gets one of a kind a day."""
    for alarm in (MANY_PASSWORDS, WRONG_CODES):
        events = SecurityEvent.objects.filter(kind=alarm.kind, at__gt=timezone.now() - WITHIN, account__isnull=False)
        tried = events.order_by().values("account").annotate(times=Count("pk")).filter(times__gte=alarm.times)
        people = User.objects.filter(pk__in=tried.values("account"), is_active=True)
        notify_staff(people, alarm.mail, f"{alarm.mail.name}:{timezone.localdate()}")
