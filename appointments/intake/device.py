"""The cookie that ties a device to its draft: only in the request flow, only while the draft lives."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from appointments.models import RequestDraft
from appointments.services.drafts import find_draft

COOKIE = "request_draft"


def draft_of(request: HttpRequest) -> RequestDraft | None:
    """Return the draft of this device, or None when there is none or its half hour is over."""
    secret = request.COOKIES.get(COOKIE, "")
    return find_draft(secret) if secret else None


def had_draft(request: HttpRequest) -> bool:
    """Tell whether this device holds the key to a draft, which may have been erased since."""
    return COOKIE in request.COOKIES


def remember(response: HttpResponse, secret: str) -> None:
    """Give the device the key to its draft."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=24 * 60 * 60,  # longer than the draft, so that we can say that it was erased
        path=reverse("appointments:start"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the key away again."""
    response.delete_cookie(COOKIE, path=reverse("appointments:start"), samesite="Lax")
