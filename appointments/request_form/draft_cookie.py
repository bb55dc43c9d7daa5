"""The cookie that ties a device to its draft, limited to /appointments/."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from appointments.models import RequestDraft
from appointments.services.requests.drafts import find_draft

COOKIE = "request_draft"
PATH = "/appointments/"
PREFILL = "prefill"  # the key for answers that came with a link


def name_of(cookie: str) -> str:
    """Return a cookie's name on the device. With TLS no page without it can set one of this name (RFC 6265bis).

    It isn't `__Host-`, which would have to be sent with every page and not only below PATH.
    """
    return f"__Secure-{cookie}" if settings.SESSION_COOKIE_SECURE else cookie


def draft_of(request: HttpRequest) -> RequestDraft | None:
    """Return this device's draft, or None if there isn't one or it has expired."""
    secret = request.COOKIES.get(name_of(COOKIE), "")
    return find_draft(secret) if secret else None


def had_draft(request: HttpRequest) -> bool:
    """Return True if this device has a cookie for a draft, even an expired one."""
    return name_of(COOKIE) in request.COOKIES


def holds_unsent(draft: RequestDraft | None) -> bool:
    """Return True if the draft has answers that were typed and not sent."""
    if draft is None or draft.request is not None:
        return False
    return bool(draft.unfinished) or any(typed for step, typed in draft.answers.items() if step != PREFILL)


def remember(response: HttpResponse, secret: str) -> None:
    """Set the draft's cookie on the device."""
    response.set_cookie(
        name_of(COOKIE),
        secret,
        max_age=24 * 60 * 60,  # longer than the draft lives, so that we can say it was erased
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Delete the draft's cookie from the device."""
    response.delete_cookie(name_of(COOKIE), path=PATH, samesite="Lax")
