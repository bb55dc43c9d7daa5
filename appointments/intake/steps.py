"""The question pages, in their order."""

import dataclasses

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .forms import ConditionForm, DoctorForm, PatientForm, StepForm, TimesForm, VisitForm


@dataclasses.dataclass(frozen=True)
class Step:
    """One question page: the last part of its address, its heading, its form."""

    slug: str
    title: Promise
    form: type[StepForm]


STEPS = (
    Step("condition", _("What it is about"), ConditionForm),
    Step("visit", _("How you would like to be seen"), VisitForm),
    Step("doctor", _("Which doctor"), DoctorForm),
    Step("times", _("When it would suit you"), TimesForm),
    Step("patient", _("About the patient"), PatientForm),
)
STEP_BY_SLUG = {step.slug: step for step in STEPS}
# With the page where the answers are checked.
PAGE_COUNT = len(STEPS) + 1


def step_after(step: Step) -> Step | None:
    """Return the next question page, or None after the last."""
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None


def step_before(step: Step) -> Step | None:
    """Return the question page before, or None before the first."""
    number = STEPS.index(step)
    return STEPS[number - 1] if number else None
