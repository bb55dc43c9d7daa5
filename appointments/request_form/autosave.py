"""What scripts do in the background: save what is being typed, and watch the time limit."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from appointments.services.requests.drafts import prolong

from .draft_cookie import draft_of
from .draft_progress import keep_for_later
from .flow import keep_typed, seconds_left, to_start
from .steps import STEP_BY_SLUG


@never_cache
@keep_typed
@require_POST
def keep(request: HttpRequest, step: str) -> HttpResponse:
    """Save what is being typed (204), or answer 409 without a draft. This doesn't restart the half hour."""
    if step not in STEP_BY_SLUG:
        raise Http404
    draft = draft_of(request)
    kept = draft is not None and keep_for_later(draft, STEP_BY_SLUG[step], request.POST, active=False)
    return HttpResponse(status=204 if kept else 409)


@method_decorator([never_cache, keep_typed], name="dispatch")
class ExtendView(View):
    """Says how long the draft has left, and restarts the half hour."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return the seconds left; 0 without a draft."""
        return JsonResponse({"seconds": seconds_left(draft_of(request))})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Restart the half hour and save what is typed. A script gets data, a browser without one the same page."""
        draft, slug = draft_of(request), request.POST.get("step", "")
        if draft is not None:
            prolong(draft=draft)
            if slug in STEP_BY_SLUG and len(request.POST) > 2:  # more than the token and the slug
                keep_for_later(draft, STEP_BY_SLUG[slug], request.POST, active=True)
        if not request.accepts("text/html"):
            return JsonResponse({"seconds": seconds_left(draft)})
        if draft is None:
            return to_start(request)
        if slug in STEP_BY_SLUG:
            return redirect(reverse("appointments:step", args=[slug]) + ("?change=1" if draft.request else ""))
        return redirect("appointments:amend" if draft.request else "appointments:check")
