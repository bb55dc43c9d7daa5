"""The safety check."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .step_form import Known, StepForm

YES, NO = "yes", "no"


class SafetyForm(StepForm):
    """Whether the patient needs help right now. A yes is accepted only after the emergency page."""

    keeps_unfinished = False  # a yes is kept only of someone who goes on

    urgent_symptoms = forms.ChoiceField(
        label=_("Are any of these happening now?"),
        choices=[(YES, _("Yes, one or more of them")), (NO, _("No, none of them"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose Yes or No. If you are not sure, choose Yes."),
            "invalid_choice": _("Choose Yes or No. If you are not sure, choose Yes."),
        },
    )
    acknowledged = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def answers(self) -> dict[str, Any]:
        """Return the answer as a bool."""
        return {"urgent_symptoms": self.cleaned_data["urgent_symptoms"] == YES}

    def clean(self) -> dict[str, Any]:
        """Send a yes to the emergency page first."""
        answers = super().clean() or {}
        if answers.get("urgent_symptoms") == YES and not answers.get("acknowledged"):
            self.detour = "appointments:emergency"
        return answers

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the choice as the form has it."""
        return {"urgent_symptoms": YES if known["urgent_symptoms"] else NO, "acknowledged": known["urgent_symptoms"]}


class EmergencyForm(forms.Form):
    """What someone must confirm to go on with a request after a yes."""

    use_required_attribute = False

    acknowledged = forms.BooleanField(
        label=_("I have called 911, or a doctor or nurse has looked at this"),
        error_messages={
            "required": _("Call 911 first. If you have called, or a doctor or nurse has looked at it, check this box.")
        },
    )
