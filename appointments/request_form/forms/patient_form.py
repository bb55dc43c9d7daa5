"""About the patient."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import MemorableDateField, PlainTextField
from appointments.request_form.fields.patient_details import (
    BIRTH_ERRORS,
    EARLIEST_BIRTH,
    LegalNameField,
    ZipCodeField,
    is_minor,
)

from .step_form import StepForm


class PatientForm(StepForm):
    """Who the patient is."""

    legal_name = LegalNameField(
        label=_("Your legal name"),
        help_text=_("As on the insurance card or an ID, first and last name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    preferred_name = PlainTextField(label=_("What should we call you?"), max_length=100, required=False)
    date_of_birth = MemorableDateField(
        label=_("Your date of birth"),
        help_text=_("For example 3 27 1962."),
        birthday=True,
        earliest=EARLIEST_BIRTH,
        latest=timezone.localdate,
        error_messages=BIRTH_ERRORS,
    )
    postal_code = ZipCodeField(
        label=_("ZIP code"),
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
    )
    insurance_carrier = PlainTextField(
        label=_("Insurance company"),
        max_length=100,
        required=False,
        help_text=_("No insurance? Leave this empty. We can talk about it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_someone_else:
            self.fields["legal_name"].label = _("The patient's legal name")
            self.fields["preferred_name"].label = _("What should we call the patient?")
            self.fields["date_of_birth"].label = _("The patient's date of birth")
            self.fields["postal_code"].label = _("The patient's ZIP code")
            self.fields["insurance_carrier"].label = _("The patient's insurance company")
            for field in self.fields.values():  # the browser knows the caregiver, not the patient
                for widget in getattr(field.widget, "widgets", [field.widget]):
                    widget.attrs["autocomplete"] = "off"

    def clean_date_of_birth(self) -> datetime.date:
        """Return the date; raises for a minor who asks without a caregiver."""
        born: datetime.date = self.cleaned_data["date_of_birth"]
        if is_minor(born) and not self.for_someone_else:
            raise forms.ValidationError(
                _("A patient under 18 needs a parent or guardian to ask. If you are one, change who it is for.")
            )
        return born
