"""Sign-ins, right and wrong, locks, and sign-outs."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.http import HttpRequest

from appointments.guards.client_address import client_address
from appointments.guards.keyed_digest import keyed_digest
from wakemed.models.security_event import Happened

from .recording import record

SAME_LOCK = 60  # seconds in which further refusals of the same address and account are the same lock


@receiver(user_logged_in, dispatch_uid="wakemed.security_log.in")
def note_sign_in(sender: Any, *, request: HttpRequest, user: Any, **more: Any) -> None:
    """Record who came in; the session gets its key first, if it has none yet."""
    if not request.session.session_key:
        request.session.create()
    record(Happened.SIGNED_IN, request=request, by=user, account=user)


@receiver(user_logged_out, dispatch_uid="wakemed.security_log.out")
def note_sign_out(sender: Any, *, request: HttpRequest, user: Any, **more: Any) -> None:
    """Record who left."""
    if user is not None and user.is_authenticated:
        record(Happened.SIGNED_OUT, request=request, by=user, account=user)


@receiver(user_login_failed, dispatch_uid="wakemed.security_log.failed")
def note_failure(sender: Any, *, credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    """Record whose sign-in failed."""
    record(Happened.SIGN_IN_FAILED, request=request, typed=_typed(credentials))


class LocksRecorded:
    """Part of the sign-in's adapter: record that attempts are refused before the password is looked at."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Pass on to the limits; raises their ValidationError."""
        try:
            super().pre_authenticate(request, **credentials)  # type: ignore[misc]
        except ValidationError:
            note_lock(request, _typed(credentials))
            raise


def note_lock(request: HttpRequest, typed: str) -> None:
    """Record a lock once a minute, so that someone who goes on trying doesn't fill the log."""
    if cache.add("security_log." + keyed_digest("lock", f"{client_address(request)} {typed.lower()}"), 1, SAME_LOCK):
        record(Happened.LOCKED, request=request, typed=typed)


def _typed(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username") or "")
