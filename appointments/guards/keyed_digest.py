"""Digests of what must be recognized and never read back: a session's key, an address as someone typed it."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def keyed_digest(purpose: str, text: str) -> str:
    """Return a digest that only this site can compute: equal texts look alike, and none can be read back."""
    named = f"wakemed.security_log.{purpose}"
    return salted_hmac(named, text, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()[:32]
