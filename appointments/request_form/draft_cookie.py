"""The cookie that ties a device to its draft: only below /appointments/, only while the draft lives."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from appointments.models import RequestDraft
from appointments.services.requests.drafts import find_draft

COOKIE = "request_draft"
PATH = "/appointments/"
PREFILL = "prefill"  # the draft's answers that a link has brought along


def draft_of(request: HttpRequest) -> RequestDraft | None:
    """Return the draft of this device, or None when there is none or its half hour is over."""
    secret = request.COOKIES.get(COOKIE, "")
    return find_draft(secret) if secret else None


def had_draft(request: HttpRequest) -> bool:
    """Return True if this device holds the key to a draft, which may have been erased since."""
    return COOKIE in request.COOKIES


def holds_unsent(draft: RequestDraft | None) -> bool:
    """Return True if someone has typed something in a draft that was not sent."""
    if draft is None or draft.request is not None:
        return False
    return bool(draft.unfinished) or any(typed for step, typed in draft.answers.items() if step != PREFILL)


def remember(response: HttpResponse, secret: str) -> None:
    """Give the device the key to its draft."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=24 * 60 * 60,  # longer than the draft, so that we can say that it was erased
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the key away again."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
