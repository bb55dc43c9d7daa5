"""How far a draft has come.

A draft keeps what was typed, not what it meant: every page checks the earlier answers again by the rules of
now. A day that has passed, a doctor who stopped taking patients or a changed kind of visit therefore shows
at the page that has to be answered anew, and the answers after it are kept.
"""

from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from appointments.models import RequestDraft
from appointments.services.submission import RequestAnswers
from physicians.storable import storable

from .forms import StepForm
from .steps import STEPS, Step

PREFILL = "prefill"

Typed = dict[str, list[str]]
LONGEST_TYPED = 5000  # characters of one input; the longest that any of them takes is 1,000


def typed_in(form: StepForm, posted: QueryDict) -> Typed:
    """Return what was posted for the form's inputs and nothing else, as text that the draft's row can hold."""
    names = [
        name + suffix for name, field in form.fields.items() for suffix in getattr(field.widget, "widgets_names", [""])
    ]
    return {
        name: [storable(text)[:LONGEST_TYPED] for text in posted.getlist(name)[:1]] for name in names if name in posted
    }


class Progress:
    """The forms of the answered steps, in order, up to the first that has to be answered."""

    def __init__(self, draft: RequestDraft) -> None:
        self.draft = draft
        self.answers: dict[str, dict[str, Any]] = {}
        self.forms: dict[str, StepForm] = {}
        self.current: Step | None = None
        for step in STEPS:
            form = self.form_for(step)
            if not form.is_bound or not form.is_valid():
                self.current = step
                break
            self.forms[step.slug] = form
            self.answers[step.slug] = form.cleaned_data

    def form_for(self, step: Step, typed: Typed | None = None) -> StepForm:
        """Return the step's form: over `typed`, else over what the draft holds, else fresh with the prefill."""
        so_far = {slug: self.answers[slug] for slug in self._before(step) if slug in self.answers}
        typed = typed if typed is not None else self.draft.answers.get(step.slug)
        if typed is None:
            return step.form(so_far=so_far, initial=self.draft.answers.get(PREFILL, {}))
        return step.form(MultiValueDict(typed), so_far=so_far)

    @staticmethod
    def _before(step: Step) -> list[str]:
        return [earlier.slug for earlier in STEPS[: STEPS.index(step)]]

    def may_open(self, step: Step) -> bool:
        """Tell whether it is this step's turn: everything before it is answered."""
        return self.current is None or STEPS.index(step) <= STEPS.index(self.current)

    def rows(self) -> list[dict[str, Any]]:
        """Return the check page's rows, each with the step that changes it; needs a complete draft."""
        return [
            {"step": step, "question": question, "answer": answer}
            for step in STEPS
            for question, answer in self.forms[step.slug].summary()
            if answer
        ]

    def request_answers(self) -> RequestAnswers:
        """Return the checked answers for the service; needs a complete draft."""
        condition, visit, doctor, times, patient = (self.answers[step.slug] for step in STEPS)
        return RequestAnswers(
            condition=condition["condition"],
            reason=condition["reason"],
            visit_type=visit["visit_type"],
            patient_state=visit["patient_state"],
            physician=doctor["doctor"],
            times=times["times"],
            **patient,
        )
