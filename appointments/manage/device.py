"""The cookie that keeps a request open on one device for half an hour after its last page."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from appointments.models import RequestLink
from appointments.services.links import token_for

COOKIE = "request_open"
SALT = "appointments.manage"
OPEN_SECONDS = 30 * 60


def is_open(request: HttpRequest, link: RequestLink) -> bool:
    """Tell whether this device has opened this link within the last half hour."""
    return request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=OPEN_SECONDS) == str(link.id)


def keep_open(response: HttpResponseBase, link: RequestLink) -> None:
    """Let this device in for half an hour from now without asking again, at this address only."""
    response.set_signed_cookie(
        COOKIE,
        str(link.id),
        salt=SALT,
        max_age=OPEN_SECONDS,
        path=reverse("appointments:manage", args=[token_for(link)]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
