"""Our own middleware."""

from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from pghistory.middleware import HistoryMiddleware as PghistoryMiddleware

from physicians.storable import is_storable

from .errors import bad_request


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the strict policy, relaxed only under the prefixes that the settings name."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Leave alone the copy of a request with which Wagtail renders a preview: its editor's address decides."""
        if getattr(request, "is_dummy", False):
            return response
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy for this address."""
        parts = super().get_policy_parts(request, response, report_only)
        for prefix, directives in settings.CONTENT_SECURITY_POLICY_BY_PREFIX.items():
            if request.path.startswith(prefix):
                parts.replace = {**directives, **dict(parts.replace or {})}
        return parts


class HeadersEverywhereMiddleware:
    """Keep other origins out of this one, files included, and don't say which software answers.

    Django itself sends Cross-Origin-Opener-Policy.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add HEADERS_EVERYWHERE to the answer."""
        response = self.get_response(request)
        for name, value in settings.HEADERS_EVERYWHERE.items():
            response.headers.setdefault(name, value)
        return response


class StorableTextMiddleware:
    """Read every request as UTF-8, and answer 400 to an address that no PostgreSQL text can hold.

    A client may name any of Python's codecs as its charset; some of them give lone surrogates, some give bytes.
    Forms refuse what can't be stored in words of their own: nothing that a person typed is thrown away here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        request.encoding = "utf-8"
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Refuse an unstorable path or query value; raising would fill the log with where it was raised."""
        values = (value for key in request.GET for value in (key, *request.GET.getlist(key)))
        if not is_storable(request.path) or not all(is_storable(value) for value in values):
            return bad_request(request, BadRequest("The address holds characters that no page has."))
        return None


class HistoryMiddleware(PghistoryMiddleware):
    """Put the user and the route's name beside every recorded write: never a path, which may hold a token."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what pghistory stores about the request."""
        user = getattr(request, "user", None)
        try:
            route = resolve(request.path_info).view_name
        except Resolver404:
            route = ""
        return {"user": user.pk if user and user.is_authenticated else None, "route": route}
