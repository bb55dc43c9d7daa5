"""The cookie that keeps a request open on one device for half an hour after its date of birth was given."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from appointments.models import RequestLink

COOKIE = "request_open"
SALT = "appointments.manage"
OPEN_SECONDS = 30 * 60


def is_open(request: HttpRequest, link: RequestLink) -> bool:
    """Tell whether this device has opened this link within the last half hour."""
    return request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=OPEN_SECONDS) == str(link.id)


def keep_open(response: HttpResponse, request: HttpRequest, link: RequestLink) -> None:
    """Let this device in without asking again, at this address only."""
    response.set_signed_cookie(
        COOKIE,
        str(link.id),
        salt=SALT,
        max_age=OPEN_SECONDS,
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
