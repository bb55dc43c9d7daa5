"""The question pages, in their order."""

import dataclasses
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from appointments.models import VisitType, YesNo

from .forms import (
    CaregiverForm,
    ConditionForm,
    ContactForm,
    DoctorForm,
    HistoryForm,
    Known,
    LocationsForm,
    NeedsForm,
    PatientForm,
    ReferralForm,
    SafetyForm,
    StateForm,
    StepForm,
    TimesForm,
    VisitForm,
    WhoForm,
)
from .forms.who_form import SOMEONE_ELSE


def always(known: Known) -> bool:
    """Apply to everyone."""
    return True


@dataclasses.dataclass(frozen=True)
class Step:
    """One question page.

    `chapter` counts for the patient (“Step 3 of 9”): a page more or less in a chapter does not move the end.
    `applies` tells from the answers before it whether the page is asked; `depends_on` names the pages whose
    changed answer can make this page's answer impossible.
    """

    slug: str
    title: Promise
    form: type[StepForm]
    chapter: int
    applies: Callable[[Known], bool] = always
    title_for_someone_else: Promise | None = None
    depends_on: frozenset[str] = frozenset()


STEPS = (
    Step("safety", _("First, a safety check"), SafetyForm, 1),
    Step("who", _("Who is this appointment for?"), WhoForm, 2),
    Step(
        "caregiver",
        _("About you, the caregiver"),
        CaregiverForm,
        2,
        applies=lambda known: known["asks_for"] == SOMEONE_ELSE,
        depends_on=frozenset({"who"}),
    ),
    Step("condition", _("What do you need help with?"), ConditionForm, 3),
    Step("history", _("What has been done so far"), HistoryForm, 3),
    Step(
        "referral",
        _("Who referred you"),
        ReferralForm,
        3,
        applies=lambda known: known["referred"] == YesNo.YES,
        title_for_someone_else=_("Who referred the patient"),
        depends_on=frozenset({"history"}),
    ),
    Step("visit", _("In person or by video"), VisitForm, 4),
    Step(
        "state",
        _("Where you will be"),
        StateForm,
        4,
        applies=lambda known: known["visit_type"] != VisitType.IN_PERSON,
        title_for_someone_else=_("Where the patient will be"),
        depends_on=frozenset({"visit"}),
    ),
    Step(
        "locations",
        _("Which clinic"),
        LocationsForm,
        4,
        applies=lambda known: known["visit_type"] != VisitType.VIRTUAL,
    ),
    Step("doctor", _("Which doctor"), DoctorForm, 5, depends_on=frozenset({"visit", "state", "condition"})),
    Step("times", _("When works for you?"), TimesForm, 6, depends_on=frozenset({"visit", "locations"})),
    Step(
        "patient",
        _("About you"),
        PatientForm,
        7,
        depends_on=frozenset({"who"}),
        title_for_someone_else=_("About the patient"),
    ),
    Step("contact", _("How we can reach you"), ContactForm, 7),
    Step("needs", _("What helps you"), NeedsForm, 8, title_for_someone_else=_("What helps the patient")),
)
STEP_BY_SLUG = {step.slug: step for step in STEPS}
# Includes the check page.
CHAPTER_COUNT = STEPS[-1].chapter + 1
