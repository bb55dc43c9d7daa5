"""Devices on which someone has signed in before: there, a stranger's wrong passwords don't lock them out.

A cookie says so, one for each person who uses the device (OWASP, “Slow Down Online Guessing Attacks with Device
Cookies”). It opens nothing by itself, and a new password ends it.
"""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from appointments.guards.keyed_digest import keyed_digest

KNOWN_FOR = 90 * 24 * 60 * 60  # seconds after the last sign-in
SALT = "wakemed.known_devices"
LIMIT = {"login_failed": "10/h/key"}  # on such a device; above it, it's as unknown as any other


def _cookie(email: str) -> str:
    prefix = "__Host-" if settings.SESSION_COOKIE_SECURE else ""
    return f"{prefix}known_device_{keyed_digest('known_device', email.lower())[:12]}"


def _generation(person: AbstractUser) -> str:
    """Return what changes with the person's password."""
    return keyed_digest("known_device", person.get_session_auth_hash())[:20]


@receiver(user_logged_in, dispatch_uid="wakemed.known_devices")
def remember(sender: Any, *, user: AbstractUser, response: HttpResponse, **more: Any) -> None:
    """Remember that this person signs in on this device."""
    response.set_signed_cookie(
        _cookie(user.email),
        f"{get_random_string(22)}:{_generation(user)}",
        salt=SALT + user.email.lower(),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_device(request: HttpRequest, email: str) -> str:
    """Return the number of this device if the person with this address has signed in on it before, or ""."""
    value = request.get_signed_cookie(_cookie(email), default="", salt=SALT + email.lower(), max_age=KNOWN_FOR)
    if not value:
        return ""
    number, _colon, generation = value.partition(":")
    person = get_user_model()._default_manager.filter(email=email.lower()).first()
    return number if person is not None and generation == _generation(person) else ""


class PassesKnownDevices:
    """Part of the sign-in's adapter: count attempts on a known device by themselves."""

    _login_failed_rl_usage: Any

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count this attempt; raises ValidationError if there were too many."""
        if device := known_device(request, str(credentials.get("email") or "")):
            used = ratelimit.consume(request, app=SALT, action="login_failed", config=LIMIT, key=device)
            if used:
                self._login_failed_rl_usage = used
                return
        super().pre_authenticate(request, **credentials)  # type: ignore[misc]

    def forget_attempts(self, request: HttpRequest, email: str) -> None:
        """Have nobody's wrong passwords count against this address any more: a manager says who it is."""
        self._delete_login_attempts_cached_email(request, email=email)  # type: ignore[attr-defined]
