"""The sender of the hospital's mail and calendar entries."""

from email.utils import parseaddr

from django.conf import settings


def sender_name() -> str:
    """Return the name in DEFAULT_FROM_EMAIL, "" when it has none."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[0]


def sender_address() -> str:
    """Return the address in DEFAULT_FROM_EMAIL."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def mail_domain() -> str:
    """Return the domain of that address: what Message-IDs and calendar UIDs end with."""
    return sender_address().rpartition("@")[2]
