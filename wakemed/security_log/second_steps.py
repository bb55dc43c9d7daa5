"""Second steps of a sign-in: added, removed, shown, failed."""

from typing import Any

from allauth.mfa import signals
from django.http import HttpRequest

from wakemed.models.security_event import Happened

from .recording import record

FACTOR_EVENTS = {
    Happened.FACTOR_ADDED: signals.authenticator_added,
    Happened.FACTOR_REMOVED: signals.authenticator_removed,
    Happened.FACTOR_RENEWED: signals.authenticator_reset,
    Happened.FACTOR_SHOWN: signals.authenticator_used,
    Happened.FACTOR_FAILED: signals.authentication_failed,
}


def _note_factor(kind: Happened) -> Any:
    def note(sender: Any, *, request: HttpRequest, user: Any, authenticator: Any = None, **more: Any) -> None:
        details = {"method": authenticator.type} if authenticator else {}
        record(kind, request=request, account=user, details=details)

    return note


for _kind, _signal in FACTOR_EVENTS.items():
    _signal.connect(_note_factor(_kind), weak=False, dispatch_uid=f"wakemed.security_log.{_kind.value}")
