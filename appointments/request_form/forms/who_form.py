"""Who needs the appointment, and the caregiver who asks for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import RelationshipField

from .step_form import Known, StepForm

ME, SOMEONE_ELSE = "me", "someone_else"


class WhoForm(StepForm):
    """Whether the patient or a caregiver fills in the form."""

    asks_for = forms.ChoiceField(
        label=_("Who needs the appointment?"),
        choices=[(ME, _("I do")), (SOMEONE_ELSE, _("Someone I care for"))],
        widget=forms.RadioSelect,
        help_text=_("For a child under 18, choose “Someone I care for”."),
        error_messages={
            "required": _("Choose who needs the appointment."),
            "invalid_choice": _("Choose who needs the appointment."),
        },
    )

    def answers(self) -> dict[str, Any]:
        """Return the choice, which decides the pages and their wording."""
        return {"asks_for": self.cleaned_data["asks_for"]}

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the choice."""
        return {"asks_for": known["asks_for"]}


class CaregiverForm(StepForm):
    """The caregiver, and their right to ask for the patient."""

    caregiver_name = PlainTextField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your own name.")},
    )
    caregiver_relationship = RelationshipField(
        label=_("You are the patient's …"),
        error_messages={
            "required": _("Choose your relationship to the patient."),
            "invalid_choice": _("Choose your relationship to the patient from the list."),
        },
    )
    caregiver_phone = PhoneField(
        label=_("Your phone number"),
        help_text=_("With area code. Spaces and dashes are fine."),
        error_messages={"required": _("Enter a phone number where we can reach you.")},
    )
    caregiver_consent = forms.BooleanField(
        label=_("I may ask on the patient's behalf"),
        help_text=_(
            "Because the patient agrees, or because you are a parent, a guardian or hold a power of attorney."
        ),
        error_messages={
            "required": _("Confirm that you may ask on the patient's behalf. If you are not sure, call us.")
        },
    )
