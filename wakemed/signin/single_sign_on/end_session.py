"""Who came in through the hospital's provider and signs out here is signed out there, too."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .provider import Away, end_session_address
from .session_tokens import HELD

WAYS_OUT = ("/accounts/logout/", "/admin/logout/", "/cms/logout/")  # open while the provider is away


class EndSessionMiddleware:
    """Lead on to the provider once someone has signed out here.

    A page does it: the policy of our forms (form-action) lets no answer to one lead to another site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the way while the session still has it, and show it once that has ended."""
        address = _way_on(request) if request.method == "POST" and request.path in WAYS_OUT else ""
        response = self.get_response(request)
        if not address or request.user.is_authenticated:
            return response
        return render(request, "account/leaving.html", {"address": address, "name": settings.OIDC_NAME})


def _way_on(request: HttpRequest) -> str:
    if not settings.OIDC_NAME or HELD not in request.session:
        return ""
    try:
        return end_session_address(request)
    except Away:
        return ""  # the session here ends all the same
