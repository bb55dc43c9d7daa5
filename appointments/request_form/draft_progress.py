"""How far a draft has come.

A draft keeps what was typed, not what it meant: every page checks the earlier answers again by the rules of
now. A day that has passed, a doctor who stopped taking patients or a changed kind of visit therefore shows
at the page that has to be answered anew, and the answers after it are kept.

The draft of a sent request holds only what differs from the request. What it does not touch counts as it was sent:
a day that has passed since does not have to be chosen again to correct a phone number.
"""

from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from appointments.answers import FIELDS, RequestAnswers
from appointments.models import RequestDraft
from appointments.services.requests.drafts import keep_unfinished
from physicians.storable import storable

from .draft_cookie import PREFILL
from .forms import StepForm, Typed
from .forms.who_form import ME, SOMEONE_ELSE
from .steps import STEPS, Step

LONGEST_TYPED = 4_000  # characters of one input; the longest that any of them takes is 1,000
MOST_CHOICES = 50  # boxes that can be ticked in one group


def typed_in(form: StepForm, posted: QueryDict) -> Typed:
    """Return what was posted for the form's inputs and nothing else, as text that the draft's row can hold."""
    typed: Typed = {}
    for name, field in form.fields.items():
        most = MOST_CHOICES if getattr(field.widget, "allow_multiple_selected", False) else 1
        for suffix in getattr(field.widget, "widgets_names", [""]):
            if name + suffix in posted:
                values = posted.getlist(name + suffix)[-most:]  # of a repeated input the form judges the last
                typed[name + suffix] = [storable(text)[:LONGEST_TYPED] for text in values]
    return typed


def keep_for_later(draft: RequestDraft, step: Step, posted: QueryDict, *, active: bool) -> bool:
    """Keep what was typed on a page and not passed on; False when there is no draft any more.

    `active` says that a person did something, not a script: it starts the half hour anew.
    """
    if not step.form.keeps_unfinished:
        return True
    return keep_unfinished(draft=draft, step=step.slug, typed=typed_in(step.form(), posted), active=active)


def by_name(answers: RequestAnswers | None) -> dict[str, Any]:
    """Return the answers of a sent request as the pages know them; nothing before it is sent."""
    if answers is None:
        return {}
    return {name: getattr(answers, name) for name in FIELDS} | {
        "asks_for": SOMEONE_ELSE if answers.caregiver_name else ME
    }


class Progress:
    """Checks the pages one after the other, as far as someone asks, and knows the answers so far."""

    def __init__(self, draft: RequestDraft) -> None:
        self.draft = draft
        self.sent_answers = RequestAnswers.of(draft.request) if draft.request else None
        self.sent = by_name(self.sent_answers)
        self.known: dict[str, Any] = dict(self.sent)
        self.missing: Step | None = None
        self.applying: list[Step] = []  # those that are asked, among the checked
        self._checked = 0

    def check_up_to(self, goal: Step | None) -> None:
        """Check the pages before `goal` (None: all), stopping at the first that has to be answered."""
        end = STEPS.index(goal) if goal else len(STEPS)
        while self.missing is None and self._checked < end:
            step = STEPS[self._checked]
            if self.applies(step):
                self.applying.append(step)
                if not self._is_answered(step):
                    self.missing = step
                    return
            self._checked += 1

    def applies(self, step: Step) -> bool:
        """Return True if the page is asked, given the answers before it; forgets an answer that is not."""
        if step.applies(self.known):
            return True
        for name in step.form.base_fields:
            self.known.pop(name, None)
        return False

    def _is_answered(self, step: Step) -> bool:
        changed = {slug for slug in self.draft.answers if slug != PREFILL}
        if self.sent and step.slug not in changed and not changed & step.depends_on:
            return True
        form = self.form_for(step, as_passed_on=True)
        if not form.is_bound or not form.is_valid():
            return False
        self.known |= form.answers()
        return True

    def may_open(self, step: Step) -> bool:
        """Return True if the page can be shown: it is asked, and everything before it is answered."""
        self.check_up_to(step)
        return self.missing is None and self.applies(step)

    def form_for(self, step: Step, typed: Typed | None = None, *, as_passed_on: bool = False) -> StepForm:
        """Return the page's form over `typed`, or over what the draft holds, or fresh with what is known.

        What was typed and not passed on is shown first; `as_passed_on` leaves it out.
        """
        unfinished = None if as_passed_on or typed is not None else self.draft.unfinished.get(step.slug)
        if unfinished is not None:
            return self._over(step, unfinished, unfinished=True)
        typed = typed if typed is not None else self.draft.answers.get(step.slug)
        if typed is not None:
            return self._over(step, typed)
        initial = self.draft.answers.get(PREFILL, {})
        if not self.sent:
            return step.form(known=self.known, initial=initial)
        fresh = step.form(known=self.known, initial=step.form.initial_from(self.sent))
        return self._over(step, fresh.as_typed()) if as_passed_on else fresh

    def _over(self, step: Step, typed: Typed, *, unfinished: bool = False) -> StepForm:
        initial = self.draft.answers.get(PREFILL, {})
        return step.form(MultiValueDict(typed), known=self.known, unfinished=unfinished, initial=initial)

    def after(self, step: Step, form: StepForm) -> Step | None:
        """Return the page that follows `step`, whose valid form this is; None after the last."""
        self.known |= form.answers()
        return next((later for later in STEPS[STEPS.index(step) + 1 :] if self.applies(later)), None)

    def before(self, step: Step) -> Step | None:
        """Return the page before, among those that are asked; needs a check up to `step`."""
        earlier = [asked for asked in self.applying if STEPS.index(asked) < STEPS.index(step)]
        return earlier[-1] if earlier else None

    @property
    def is_complete(self) -> bool:
        """Return True if nothing is left to be answered; checks everything."""
        self.check_up_to(None)
        return self.missing is None

    def request_answers(self) -> RequestAnswers:
        """Return the checked answers for the service; needs a complete draft."""
        return RequestAnswers(**{name: self.known[name] for name in FIELDS if name in self.known})
