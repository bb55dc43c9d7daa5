"""Leave nothing behind on a shared device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from appointments.request_form.draft_cookie import draft_of, forget
from appointments.request_form.flow import keep_typed
from appointments.services.requests.drafts import erase_draft

from .open_cookie import close


@never_cache
@keep_typed
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Erase the draft from the server and both cookies from the device. A sent request stays."""
    if draft := draft_of(request):
        erase_draft(draft=draft)
    response = redirect(reverse("appointments:start") + "?left=1")
    forget(response)
    close(response)
    return response
