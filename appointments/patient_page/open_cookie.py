"""The cookie that keeps a request open on one device for half an hour after its last page."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from appointments.models import RequestLink
from appointments.request_form.draft_cookie import PATH

COOKIE = "request_open"
SALT = "appointments.patient_page"
OPEN_SECONDS = 30 * 60


def is_open(request: HttpRequest, link: RequestLink) -> bool:
    """Return True if this device has opened this link within the last half hour."""
    return request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=OPEN_SECONDS) == str(link.id)


def keep_open(response: HttpResponseBase, link: RequestLink) -> None:
    """Let this device in for half an hour from now without asking again, to this one request."""
    response.set_signed_cookie(
        COOKIE,
        str(link.id),
        salt=SALT,
        max_age=OPEN_SECONDS,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def close(response: HttpResponseBase) -> None:
    """Ask for the date of birth again from now on."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
