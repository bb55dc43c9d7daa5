"""The first page: what this is for, and when to call 911 instead."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.guards.client_address import client_address
from appointments.guards.limits import STARTS, use
from appointments.guards.rate_limited import too_many
from appointments.models import RequestWording
from appointments.services.requests.drafts import save_answers, start_draft

from .draft_cookie import PREFILL, draft_of, had_draft, holds_unsent, remember
from .draft_progress import Progress
from .flow import keep_typed
from .prefill import asked_again, nearest_instead, prefill_from
from .steps import STEPS


def begin(request: HttpRequest, query: str = "", **contents: Any) -> HttpResponse:
    """Start a draft with these contents and go to the first question.

    A network address that starts too many gets a 429.
    """
    if again_at := use((STARTS, client_address(request))):
        return too_many(request, again_at)
    _draft, secret = start_draft(**contents)
    response = redirect(reverse("appointments:step", args=[STEPS[0].slug]) + query)
    remember(response, secret)
    return response


@method_decorator([never_cache, keep_typed], name="dispatch")
class StartView(View):
    """Says what the form is for, and when to call 911 instead."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the start page."""
        draft = draft_of(request)
        prefill, wished, refused = prefill_from(request)
        context = {
            "wording": RequestWording.current(),
            "wished_doctor": wished,
            "wish_refused": refused,
            "instead": nearest_instead(request, wished, prefill) if wished and refused else [],
            "unfinished": holds_unsent(draft),
            "unsent": "unsent" in request.GET and holds_unsent(draft),
            "sent": draft.request if draft else None,
            "erased": "erased" in request.GET and had_draft(request) and draft is None,
            "left": "left" in request.GET,
        }
        return render(request, "appointments/request_form/start.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Start a draft, or go on with an unfinished one and add the answers of the link."""
        draft = draft_of(request)
        prefill, _wished, _refused = prefill_from(request)
        if draft is None or draft.request is not None:
            return begin(request, answers={PREFILL: prefill})
        if prefill:
            # The link's answers replace earlier ones to the same questions. Everything else is kept.
            kept = {PREFILL: draft.answers.get(PREFILL, {}) | prefill}
            save_answers(draft=draft, answers=kept | dict.fromkeys(asked_again(prefill)))
        progress = Progress(draft)
        progress.check_up_to(None)
        if progress.missing:
            return redirect("appointments:step", progress.missing.slug)
        return redirect("appointments:check")
