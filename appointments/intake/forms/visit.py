"""How and where."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import VisitType
from physicians.states import STATES

from .base import Row, StepForm


class VisitForm(StepForm):
    """In person, virtual, or whichever is sooner; for a virtual visit, the state the patient will be in."""

    visit_type = forms.ChoiceField(
        label=_("How would you like to be seen?"),
        choices=VisitType,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how you would like to be seen."),
            "invalid_choice": _("Choose one of the three kinds of visit."),
        },
    )
    patient_state = forms.ChoiceField(
        label=_("State where you will be during a virtual visit"),
        choices=[("", _("Choose a state")), *STATES],
        required=False,
        help_text=_("Not needed for a visit in person. A doctor must be licensed where you are."),
        error_messages={"invalid_choice": _("Choose a state from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Needed for two of the three kinds of visit, and the hint says so: not marked “(optional)”.
        self.fields["patient_state"].mark_optional = False  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the state where a virtual visit is possible, and forget it where none is."""
        answers = super().clean() or {}
        if answers.get("visit_type") == VisitType.IN_PERSON:
            answers["patient_state"] = ""
        elif "visit_type" in answers and "patient_state" in answers and not answers["patient_state"]:
            self.add_error("patient_state", _("Choose the state where you will be during a virtual visit."))
        return answers

    def summary(self) -> list[Row]:
        """Return kind and state."""
        return [
            (_("Kind of visit"), str(VisitType(self.cleaned_data["visit_type"]).label)),
            (_("State during a virtual visit"), str(dict(STATES).get(self.cleaned_data["patient_state"], ""))),
        ]
