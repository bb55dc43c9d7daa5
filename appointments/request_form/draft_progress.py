"""How far a draft has come: which pages are answered, and which one is next.

A draft holds what was typed, so every page checks the earlier answers again under today's rules. If a day has passed,
a doctor has stopped taking patients or the kind of visit has changed, the page in question has to be answered again,
and the answers after it are kept.

The draft of a sent request holds only what differs from the request. The other answers count as they were sent: nobody
has to choose a new day just to correct a phone number.
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

LONGEST_TYPED = 4_000  # characters kept per input; no input accepts more than 1,000
MOST_CHOICES = 50  # checkboxes kept per group


def typed_in(form: StepForm, posted: QueryDict) -> Typed:
    """Return what was posted for the form's own inputs, as text that the draft's row can hold."""
    typed: Typed = {}
    for name, field in form.fields.items():
        most = MOST_CHOICES if getattr(field.widget, "allow_multiple_selected", False) else 1
        for suffix in getattr(field.widget, "widgets_names", [""]):
            if name + suffix in posted:
                values = posted.getlist(name + suffix)[-most:]  # the form reads the last of repeated inputs
                typed[name + suffix] = [storable(text)[:LONGEST_TYPED] for text in values]
    return typed


def keep_for_later(draft: RequestDraft, step: Step, posted: QueryDict, *, active: bool) -> bool:
    """Keep what was typed on a page before Continue. Return False if the draft is gone.

    `active` means that a person did something, rather than a script, and restarts the half hour.
    """
    if not step.form.keeps_unfinished:
        return True
    return keep_unfinished(draft=draft, step=step.slug, typed=typed_in(step.form(), posted), active=active)


def by_name(answers: RequestAnswers | None) -> dict[str, Any]:
    """Return the answers of a sent request by the names that the pages use; {} before it is sent."""
    if answers is None:
        return {}
    return {name: getattr(answers, name) for name in FIELDS} | {
        "asks_for": SOMEONE_ELSE if answers.caregiver_name else ME
    }


class Progress:
    """Checks the pages in order, only as far as needed, and collects their answers."""

    def __init__(self, draft: RequestDraft) -> None:
        self.draft = draft
        self.sent_answers = RequestAnswers.of(draft.request) if draft.request else None
        self.sent = by_name(self.sent_answers)
        self.known: dict[str, Any] = dict(self.sent)
        self.missing: Step | None = None
        self.applying: list[Step] = []  # the checked pages that apply
        self._checked = 0

    def check_up_to(self, goal: Step | None) -> None:
        """Check the pages before `goal` (all if None), and stop at the first one that has to be answered."""
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
        """Return True if the page applies, given the answers before it; otherwise forget its answers."""
        if step.applies(self.known):
            return True
        for name in step.form.base_fields:
            self.known.pop(name, None)
        return False

    def _is_answered(self, step: Step) -> bool:
        if self.sent and step.slug not in self.draft.answers and not self._may_have_become_impossible(step):
            return True
        form = self.form_for(step, as_passed_on=True)
        if not form.is_bound or not form.is_valid():
            return False
        self.known |= form.answers()
        return True

    def _may_have_become_impossible(self, step: Step) -> bool:
        return bool(self.draft.answers.keys() & step.depends_on)

    def may_open(self, step: Step) -> bool:
        """Return True if the page can be shown: it applies, and every page before it is answered."""
        self.check_up_to(step)
        return self.missing is None and self.applies(step)

    def form_for(self, step: Step, typed: Typed | None = None, *, as_passed_on: bool = False) -> StepForm:
        """Return the page's form with `typed`, or with what the draft holds, or empty except for known answers.

        What was typed before Continue comes first, unless `as_passed_on` leaves it out. A sent answer that a changed
        one may have made impossible is shown with what's wrong with it.
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
        sent = fresh.as_typed()
        was_answered = any(any(texts) for texts in sent.values())
        is_judged = as_passed_on or (was_answered and self._may_have_become_impossible(step))
        return self._over(step, sent) if is_judged else fresh

    def _over(self, step: Step, typed: Typed, *, unfinished: bool = False) -> StepForm:
        initial = self.draft.answers.get(PREFILL, {})
        return step.form(MultiValueDict(typed), known=self.known, unfinished=unfinished, initial=initial)

    def after(self, step: Step, form: StepForm) -> Step | None:
        """Return the page after `step`, given its valid form; None after the last one."""
        self.known |= form.answers()
        return next((later for later in STEPS[STEPS.index(step) + 1 :] if self.applies(later)), None)

    def before(self, step: Step) -> Step | None:
        """Return the page before `step` that applies. The pages up to `step` must have been checked."""
        earlier = [asked for asked in self.applying if STEPS.index(asked) < STEPS.index(step)]
        return earlier[-1] if earlier else None

    @property
    def is_complete(self) -> bool:
        """Check every page, and return True if all are answered."""
        self.check_up_to(None)
        return self.missing is None

    def request_answers(self) -> RequestAnswers:
        """Return the checked answers of a complete draft."""
        return RequestAnswers(**{name: self.known[name] for name in FIELDS if name in self.known})
