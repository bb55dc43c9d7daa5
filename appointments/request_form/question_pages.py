"""The question pages: one step, one address, one form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from appointments.models import RequestWording
from appointments.services.requests.drafts import save_answers
from physicians.danger import Danger, find_danger

from .draft_progress import keep_for_later, typed_in
from .flow import FlowView
from .forms import StepForm
from .start_page import begin
from .steps import CHAPTER_COUNT, STEP_BY_SLUG


class StepView(FlowView):
    """One question page. After sending, it opens only to change an answer."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the step first; raises Http404."""
        if kwargs["step"] not in STEP_BY_SLUG:
            raise Http404
        self.step = STEP_BY_SLUG[kwargs["step"]]
        return super().dispatch(request, *args, **kwargs)

    def without_draft(self, request: HttpRequest) -> HttpResponse:
        """Start a new draft with what was typed on this page, because the earlier answers are gone."""
        if request.method == "POST":
            typed = typed_in(self.step.form(), request.POST)
            return begin(request, "?erased=1", answers={}, unfinished={self.step.slug: typed})
        return super().without_draft(request)

    def get(self, request: HttpRequest, step: str) -> HttpResponse:
        """Show the page with the known answers."""
        if self.is_sent and not (self.came_from_last_page and self.may_change(step)):
            return redirect("appointments:done")
        if not self.progress.may_open(self.step):
            return self.to_missing()
        return self.show_step(self.progress.form_for(self.step))

    @property
    def came_from_last_page(self) -> bool:
        """Return True if the person came from the check page, so that Continue leads back there."""
        return bool({"change", "missing"} & set(self.request.GET))

    def post(self, request: HttpRequest, step: str) -> HttpResponse:
        """Take the answers, unless they can no longer be changed online."""
        if self.is_sent and not self.may_change(step):
            return redirect("appointments:done")
        return self.take(request, step)

    def take(self, request: HttpRequest, step: str) -> HttpResponse:
        """Save the answers and go on, or show the page again with its errors (422)."""
        may_open = self.progress.may_open(self.step)
        typed = dict(request.POST.lists())
        form = self.progress.form_for(self.step, typed)
        if not may_open or "back" in request.POST or not form.is_valid():
            keep_for_later(self.draft, self.step, request.POST, active=True)
            if not may_open:
                return self.to_missing()
            return redirect(self.back_address) if "back" in request.POST else self.show_step(form, status=422)
        kept = None if form.detour else typed_in(form, request.POST)
        if not save_answers(draft=self.draft, answers={step: kept}):
            return self.without_draft(request)
        if form.detour:
            return redirect(reverse(form.detour) + ("?change=1" if self.came_from_last_page else ""))
        following = self.progress.after(self.step, form)
        if following is None or self.is_sent or self.came_from_last_page:
            return redirect(self.last_page)
        return redirect("appointments:step", following.slug)

    @property
    def back_address(self) -> str:
        """Return the address for Back: the page before, or the check page if the person came from there."""
        if "change" in self.request.GET or self.is_sent:
            return self.last_page
        before = self.progress.before(self.step)
        return reverse("appointments:step", args=[before.slug]) if before else reverse("appointments:start")

    def show_step(self, form: StepForm, status: int = 200) -> HttpResponse:
        """Render the template."""
        slug = self.step.slug
        form.prepare()
        danger = find_danger(self.progress.known.get("reason", "")) if slug == "history" else Danger()
        return self.show(
            [f"appointments/request_form/{slug}.html", "appointments/request_form/step.html"],
            status=status,
            form=form,
            title=(form.for_someone_else and self.step.title_for_someone_else) or self.step.title,
            step=slug,
            number=self.step.chapter,
            count=CHAPTER_COUNT,
            keep=reverse("appointments:keep", args=[slug]),
            is_amendment=self.is_sent,
            erased="erased" in self.request.GET,
            danger=danger,
            wording=RequestWording.current() if slug == "safety" or danger else None,
        )
