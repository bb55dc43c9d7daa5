"""A nurse looks at the request before a time is given."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, day_input, text_area
from appointments.admin.desk_staff import choose_among, nurses
from appointments.admin.request_state import RequestState
from appointments.models import Priority
from appointments.models.request import LONGEST_FINDINGS, LONGEST_NURSE_QUESTION
from appointments.services.requests.nurse_reviews import (
    DAY_TO_BE_SEEN_HAS_PASSED,
    ENDS_REVIEWS,
    ONLY_NURSES,
    ask_for_nurse_review,
    finish_nurse_review,
    take_review,
)

from .action import ActionForm, ActionRequest, RequestAction


class AskNurseForm(ActionForm):
    """What the nurse is asked, and which nurse."""

    question = text_area(
        _("What should the nurse look at? (optional)"),
        max_length=LONGEST_NURSE_QUESTION,
        required=False,
        help_text=_("The nurse sees it at the top of the request. The patient won't."),
    )
    nurse: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Nurse"),
        queryset=None,
        required=False,
        empty_label=_("Any nurse"),
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nurse"].queryset = nurses()  # type: ignore[attr-defined]
        if self.state:
            choose_among(self.fields["nurse"], (each for each in self.state.people if each.is_nurse))
        if self.state and self.state.needs_nurse:
            self.initial = {"nurse": self.state.request.nurse_id}


class AskNurse(RequestAction):
    """Put the request into the nurses' tab, or give the review to another nurse."""

    name = "ask_nurse"
    title = _("Ask a nurse")
    button = _("Request a nurse review")
    form_class = AskNurseForm
    in_box = 35

    def run(self, pressed: ActionRequest) -> str:
        nurse = pressed.values["nurse"]
        ask_for_nurse_review(**pressed.unseen, nurse=nurse, question=pressed.values["question"])
        if nurse:
            return _now("The review is with %(name)s, in the nurse review tab.") % {"name": nurse}
        return _now("The request is in the nurse review tab.")


class TakeReview(RequestAction):
    """Make the review mine, so that no other nurse calls the patient too."""

    name = "take_review"
    button = _("Take this review")
    not_now = ONLY_NURSES

    def is_allowed(self, state: RequestState) -> bool:
        is_free = state.request.nurse_id is None or getattr(state.request, "review_is_left", False)
        is_theirs = state.request.nurse_id == state.staff.pk
        return state.needs_nurse and is_free and not is_theirs and state.staff.has_perm(ENDS_REVIEWS)

    def may_run(self, state: RequestState) -> bool:
        """Return True for every nurse: after a second click, or when a colleague was faster, the service answers."""
        return state.needs_nurse and state.staff.has_perm(ENDS_REVIEWS)

    def run(self, pressed: ActionRequest) -> str:
        take_review(**pressed.unseen)
        return _now("The review is yours.")


class NurseReviewForm(ActionForm):
    """What the nurse found."""

    priority = forms.ChoiceField(label=_("Priority"), choices=Priority, widget=forms.RadioSelect)
    see_by = DeskDateField(
        label=_("See the patient by (optional)"),
        required=False,
        widget=day_input(),
        earliest=timezone.localdate,
        help_text=_("The soonest times are suggested first."),
        error_messages={"too_early": DAY_TO_BE_SEEN_HAS_PASSED},
    )
    text = text_area(
        _("Findings (optional)"),
        max_length=LONGEST_FINDINGS,
        required=False,
        help_text=_("Schedulers see it at the top of the request. The patient won't."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:
            self.initial = {"priority": self.state.request.priority}


class FinishNurseReview(RequestAction):
    """Write down what the nurse found, and settle the priority."""

    name = "nurse_review"
    title = _("Nurse review")
    button = _("Complete review")
    form_class = NurseReviewForm
    not_now = ONLY_NURSES
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return state.needs_nurse and state.staff.has_perm(ENDS_REVIEWS)

    def run(self, pressed: ActionRequest) -> str:
        values = {name: pressed.values[name] for name in ("priority", "see_by", "text")}
        finish_nurse_review(**pressed.unseen, **values)
        return _now("The nurse review is complete.")
