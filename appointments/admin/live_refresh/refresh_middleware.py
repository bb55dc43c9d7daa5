"""What is different about a request that a page of the desk makes by itself."""

from collections.abc import Callable
from typing import Any

from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from appointments.guards.refreshes import is_refresh

from .desk_fingerprint import desk_fingerprint

DESK = "/admin/"
LIVE = {
    *("admin:index", "admin:appointments_appointmentrequest_changelist", "admin:appointments_calendar"),
    "admin:appointments_daysheet",
}
SEES_REQUESTS = "appointments.view_appointmentrequest"


class NoMessages(BaseStorage):
    """Holds back the messages: they are for the next page that a person opens."""

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, *args: Any, **kwargs: Any) -> list[Any]:
        return []


class RefreshMiddleware:
    """Answer a refresh of an unchanged page with 304; a refresh neither prolongs the session nor uses up messages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever, and leave the session as it was."""
        if not (request.path.startswith(DESK) and is_refresh(request)):
            return self.get_response(request)
        request._messages = NoMessages(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        request.session.modified = False
        if fingerprint := getattr(request, "desk_fingerprint", ""):
            response["ETag"] = fingerprint
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Compare before the page is read: what changes in between is in the next answer."""
        match = request.resolver_match
        if not (is_refresh(request) and match and match.view_name in LIVE and request.user.has_perm(SEES_REQUESTS)):
            return None
        fingerprint = f'W/"{desk_fingerprint(request.user.pk)}"'
        request.desk_fingerprint = fingerprint  # type: ignore[attr-defined]
        known = parse_etags(request.headers.get("If-None-Match", ""))
        return HttpResponseNotModified() if fingerprint in known else None
