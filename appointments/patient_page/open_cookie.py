"""The cookie that keeps a request open on a device for half an hour after the last page."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from appointments.models import RequestLink
from appointments.request_form.draft_cookie import PATH, name_of

COOKIE = "request_open"
SALT = "appointments.patient_page"
OPEN_SECONDS = 30 * 60


def is_open(request: HttpRequest, link: RequestLink) -> bool:
    """Return True if this device has opened this link within the last half hour."""
    return request.get_signed_cookie(name_of(COOKIE), default="", salt=SALT, max_age=OPEN_SECONDS) == str(link.id)


def keep_open(response: HttpResponseBase, link: RequestLink) -> None:
    """Let this device open this request for the next half hour without asking again."""
    response.set_signed_cookie(
        name_of(COOKIE),
        str(link.id),
        salt=SALT,
        max_age=OPEN_SECONDS,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def close(response: HttpResponseBase) -> None:
    """Delete the cookie, so that the date of birth is asked again."""
    response.delete_cookie(name_of(COOKIE), path=PATH, samesite="Lax")
