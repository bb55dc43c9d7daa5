"""Write a row of the security log."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest

from appointments.guards.current_request import current_request, from_where
from appointments.guards.keyed_digest import keyed_digest
from appointments.models import AppointmentRequest
from wakemed.models.security_event import Happened, SecurityEvent

_paused: ContextVar[bool] = ContextVar("security_log_paused", default=False)


@contextmanager
def paused() -> Iterator[None]:
    """Record nothing: for what an update of the site does, which its own history shows."""
    before = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(before)


def record(
    kind: Happened,
    *,
    request: HttpRequest | None = None,
    by: Any = None,
    account: Any = None,
    typed: str | None = None,
    looks_up: bool = True,
    patient_request: AppointmentRequest | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Add a row, in the transaction of what it's about.

    Args:
        kind: what happened.
        request: the request in which it did; the current one if none is given.
        by: who did it; the signed-in person if none is given.
        account: the member of staff that it's about.
        typed: an e-mail address as someone typed it, who may have typed anything.
        looks_up: False to keep its digest without asking whose it is, where the time of an answer must not tell.
        patient_request: the appointment request whose link was opened or tried.
        details: names of groups, rights and methods.
    """
    if _paused.get():
        return
    request = request or current_request()
    where = from_where(request)
    by = by or _signed_in(request)
    digest = ""
    if typed is not None:
        digest = keyed_digest("typed", typed.strip().lower())
        if looks_up:
            account = get_user_model()._default_manager.filter(email=typed.strip().lower()).first()
    SecurityEvent.objects.create(
        kind=kind,
        by_id=by.pk if by else None,
        by_email=by.email if by else "",
        account_id=account.pk if account else None,
        account_email=account.email if account else "",
        typed="" if account else digest,
        patient_request=patient_request,
        details=details or {},
        address=where["address"],
        session=where["session"],
        request_id=where["http_request"],
    )


def _signed_in(request: HttpRequest | None) -> Any:
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None
