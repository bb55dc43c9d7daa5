"""The pages of the request flow: start, one page a step, check, done."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.models import RequestDraft, VisitType
from appointments.services.drafts import save_answers, start_draft
from appointments.services.submission import AnswersChanged, send_draft
from physicians.models import Condition, Physician

from .device import draft_of, had_draft, remember
from .progress import PREFILL, Progress, Typed, typed_in
from .steps import PAGE_COUNT, STEP_BY_SLUG, STEPS, Step, step_after, step_before

VISITS = {"virtual": VisitType.VIRTUAL, "in-person": VisitType.IN_PERSON, "either": VisitType.EITHER}


def prefill_from(request: HttpRequest) -> dict[str, str]:
    """Return first answers from ?doctor=&condition=&visit=; unknown values are passed over."""
    prefill = {}
    doctor, condition = request.GET.get("doctor", ""), request.GET.get("condition", "")
    if doctor and Physician.objects.live().filter(slug=doctor).exists():
        prefill["doctor"] = doctor
    if condition and Condition.objects.filter(slug=condition).exists():
        prefill["condition"] = condition
    if visit := VISITS.get(request.GET.get("visit", "")):
        prefill["visit_type"] = visit.value
    return prefill


def begin(answers: dict[str, Typed | dict[str, str]], query: str = "") -> HttpResponse:
    """Start a draft with these answers and go to the first question."""
    _draft, secret = start_draft(answers=answers)
    response = redirect(reverse("appointments:step", args=[STEPS[0].slug]) + query)
    remember(response, secret)
    return response


@method_decorator(never_cache, name="dispatch")
class StartView(View):
    """What this is for, and when to call 911 instead."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the start page; it changes nothing."""
        draft = draft_of(request)
        prefill = prefill_from(request)
        wished = Physician.objects.live().filter(slug=prefill.get("doctor", "")).first()
        virtual = prefill.get("visit_type") == VisitType.VIRTUAL
        context = {
            "wished_doctor": wished,
            "wish_refused": wished.why_not(virtual=virtual) if wished else None,
            "unfinished": draft is not None and draft.request is None and bool(draft.answers),
            "erased": "erased" in request.GET and had_draft(request),
        }
        return render(request, "appointments/intake/start.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Start, or go on with an unfinished draft: new wishes are added to it."""
        draft = draft_of(request)
        prefill = prefill_from(request)
        if draft is None or draft.request is not None:
            return begin({PREFILL: prefill})
        if prefill:
            # A new wish replaces the old answer to the same question; everything else stays.
            answers: dict[str, object] = {PREFILL: draft.answers.get(PREFILL, {}) | prefill}
            asked_again = {"doctor": "doctor", "condition": "condition", "visit_type": "visit"}
            answers |= {asked_again[name]: None for name in prefill}
            save_answers(draft=draft, answers=answers)
            return redirect("appointments:step", STEPS[0].slug)
        current = Progress(draft).current
        return redirect("appointments:step", current.slug) if current else redirect("appointments:check")


class FlowView(View):
    """A page inside the flow: sends away who has no draft, or one that is sent already."""

    draft: RequestDraft
    progress: Progress

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the draft first."""
        draft = draft_of(request)
        if draft is None:
            return self.without_draft(request)
        if draft.request is not None:
            late = "?late=1" if request.method == "POST" and "step" in self.kwargs else ""
            return redirect(reverse("appointments:done") + late)
        self.draft, self.progress = draft, Progress(draft)
        return super().dispatch(request, *args, **kwargs)

    def without_draft(self, request: HttpRequest) -> HttpResponse:
        """Go to the start page, which says so when a draft has been erased."""
        return redirect(reverse("appointments:start") + ("?erased=1" if had_draft(request) else ""))

    def to_current(self) -> HttpResponse:
        """Go to the page whose turn it is."""
        if self.progress.current is None:
            return redirect("appointments:check")
        return redirect("appointments:step", self.progress.current.slug)


class StepView(FlowView):
    """One question page."""

    @property
    def step(self) -> Step:
        """Return the step of the address; raises Http404."""
        try:
            return STEP_BY_SLUG[self.kwargs["step"]]
        except KeyError:
            raise Http404 from None

    def without_draft(self, request: HttpRequest) -> HttpResponse:
        """Keep what was typed on this page, though the earlier answers are gone."""
        step = self.step
        if request.method == "POST":
            return begin({step.slug: typed_in(step.form(), request.POST)}, "?erased=1")
        return super().without_draft(request)

    def get(self, request: HttpRequest, step: str) -> HttpResponse:
        """Show the questions with what is known."""
        if not self.progress.may_open(self.step):
            return self.to_current()
        answered = self.progress.forms.get(self.step.slug)
        return self.show(request, answered or self.progress.form_for(self.step))

    def post(self, request: HttpRequest, step: str) -> HttpResponse:
        """Keep the answers and go on, or show what is wrong with all that was typed (422)."""
        if not self.progress.may_open(self.step):
            return self.to_current()
        form = self.progress.form_for(self.step, dict(request.POST.lists()))
        if not form.is_valid():
            return self.show(request, form, status=422)
        if not save_answers(draft=self.draft, answers={self.step.slug: typed_in(form, request.POST)}):
            return redirect(reverse("appointments:done") + "?late=1")  # sent from another tab in this moment
        following = step_after(self.step)
        if "change" in request.GET or following is None:
            self.progress = Progress(self.draft)
            return self.to_current()
        return redirect("appointments:step", following.slug)

    def show(self, request: HttpRequest, form: object, status: int = 200) -> HttpResponse:
        """Render the page; Back leads to the page before, or to the check page when one came from there."""
        before = step_before(self.step)
        if "change" in request.GET:
            back = reverse("appointments:check")
        elif before:
            back = reverse("appointments:step", args=[before.slug])
        else:
            back = reverse("appointments:start")
        context = {
            "form": form,
            "step": self.step,
            "number": STEPS.index(self.step) + 1,
            "count": PAGE_COUNT,
            "back": back,
            "erased": "erased" in request.GET,
        }
        template = f"appointments/intake/{self.step.slug}.html"
        return render(request, [template, "appointments/intake/step.html"], context, status=status)


class CheckView(FlowView):
    """Every answer with its “Change”, and Send."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the answers."""
        if self.progress.current:
            return self.to_current()
        context = {
            "rows": self.progress.rows(),
            "number": PAGE_COUNT,
            "count": PAGE_COUNT,
            "back": reverse("appointments:step", args=[STEPS[-1].slug]),
        }
        return render(request, "appointments/intake/check.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send, once however often it is asked."""
        if self.progress.current:
            return self.to_current()
        try:
            send_draft(draft_id=self.draft.id, seen=self.draft.answers, answers=self.progress.request_answers())
        except RequestDraft.DoesNotExist:
            return self.without_draft(request)
        except AnswersChanged:
            return redirect("appointments:check")
        return redirect("appointments:done")


@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """Show the reference and what happens next, as long as the draft lives."""
    draft = draft_of(request)
    if draft is None:
        return redirect(reverse("appointments:start") + ("?erased=1" if had_draft(request) else ""))
    if draft.request is None:
        return redirect("appointments:check")
    return render(request, "appointments/intake/done.html", {"sent": draft.request, "late": "late" in request.GET})
