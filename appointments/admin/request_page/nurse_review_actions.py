"""A nurse looks at the request before a time is given."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import text_area
from appointments.admin.request_state import RequestState
from appointments.models import NurseReview, Priority
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review

from .action import ActionForm, ActionRequest, RequestAction


class AskNurse(RequestAction):
    """Put the request into the nurses' tab."""

    name = "ask_nurse"
    button = _("Request a nurse review")
    not_now = _("A nurse review has already been requested.")

    def is_allowed(self, state: RequestState) -> bool:
        return not state.is_closed and state.request.nurse_review != NurseReview.NEEDED

    def run(self, pressed: ActionRequest) -> str:
        ask_for_nurse_review(**pressed.unseen)
        return _now("The request is in the nurse review tab.")


class NurseReviewForm(ActionForm):
    """What the nurse found."""

    priority = forms.ChoiceField(label=_("Priority"), choices=Priority, widget=forms.RadioSelect)
    text = text_area(_("Findings (optional)"), max_length=3900, required=False)

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

    def is_allowed(self, state: RequestState) -> bool:
        return state.request.nurse_review == NurseReview.NEEDED

    def run(self, pressed: ActionRequest) -> str:
        finish_nurse_review(**pressed.unseen, priority=pressed.values["priority"], text=pressed.values["text"])
        return _now("The nurse review is complete.")
