"""The base of all pages of the form: a draft, a time limit, and an outage page that keeps what was typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.guards.outage import keeps_what_was_typed
from appointments.models import RequestDraft
from appointments.services.requests.amendments import is_settled, may_change

from .bot_check import HONEYPOT
from .draft_cookie import draft_of, had_draft
from .draft_progress import Progress
from .forms import EmergencyForm
from .steps import STEPS


def seconds_left(draft: RequestDraft | None) -> int:
    """Return the seconds until the draft is erased; 0 without a draft."""
    return max(0, int((draft.expires_at - timezone.now()).total_seconds())) if draft else 0


def to_start(request: HttpRequest) -> HttpResponse:
    """Go to the start page, which says so if a draft was erased."""
    return redirect(reverse("appointments:start") + ("?erased=1" if had_draft(request) else ""))


# The outage page labels the answers with these forms.
keep_typed = keeps_what_was_typed(*(step.form for step in STEPS), EmergencyForm, not_typed=[HONEYPOT, "step"])


@method_decorator([never_cache, keep_typed], name="dispatch")
class FlowView(View):
    """A page of the form. Without a draft it goes to the start page."""

    draft: RequestDraft
    progress: Progress

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the device's draft first."""
        draft = draft_of(request)
        if draft is None:
            return self.without_draft(request)
        self.draft, self.progress = draft, Progress(draft)
        return super().dispatch(request, *args, **kwargs)

    def without_draft(self, request: HttpRequest) -> HttpResponse:
        """Start over."""
        return to_start(request)

    @property
    def is_sent(self) -> bool:
        """Return True if the draft has become a request, so that further answers amend it."""
        return self.draft.request is not None

    def may_change(self, step: str) -> bool:
        """Return True if an answer of this page can still be changed in the sent request."""
        sent = self.draft.request
        return sent is not None and may_change(
            step=step, status=sent.status, settled=self.is_settled, by_link=self.draft.begun_by_link
        )

    @cached_property
    def is_settled(self) -> bool:
        """Return True if the sent request has led to offered times or a visit."""
        return self.draft.request is not None and is_settled(self.draft.request)

    @property
    def last_page(self) -> str:
        """Return the address of the page where the answers are checked before sending."""
        return reverse("appointments:amend" if self.is_sent else "appointments:check")

    def to_missing(self) -> HttpResponse:
        """Go to the first page that has to be answered. It leads back to the last page."""
        if self.progress.missing is None:
            return redirect(self.last_page)
        return redirect(reverse("appointments:step", args=[self.progress.missing.slug]) + "?missing=1")

    def show(self, template: str | list[str], status: int = 200, **context: Any) -> HttpResponse:
        """Render a page with the time limit."""
        limit = {
            "seconds_left": seconds_left(self.draft),
            "erased_at": self.draft.expires_at,
            "extend_address": reverse("appointments:extend"),
            "start_address": reverse("appointments:start"),
        }
        return render(self.request, template, limit | context, status=status)
