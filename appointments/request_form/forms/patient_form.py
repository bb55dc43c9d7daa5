"""About the patient."""

import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import MemorableDateField, PlainTextField

from .step_form import StepForm

EARLIEST_BIRTH = datetime.date(1900, 1, 1)
ADULT_YEARS = 18


def age_on(day: datetime.date, born: datetime.date) -> int:
    """Return the age in whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class PatientForm(StepForm):
    """Who the patient is."""

    legal_name = PlainTextField(
        label=_("Your legal name"),
        max_length=200,
        help_text=_("As on the insurance card or an ID, first and last name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter the legal name, first and last.")},
    )
    preferred_name = PlainTextField(label=_("What should we call you?"), max_length=100, required=False)
    date_of_birth = MemorableDateField(
        label=_("Your date of birth"),
        help_text=_("For example 3 27 1962."),
        birthday=True,
        earliest=EARLIEST_BIRTH,
        latest=timezone.localdate,
        error_messages={
            "required": _("Enter the date of birth."),
            "too_early": _("Enter a date of birth after 1899. Check the year."),
            "too_late": _("The date of birth is in the future. Check the year."),
        },
    )
    postal_code = PlainTextField(
        label=_("ZIP code"),
        max_length=10,
        validators=[RegexValidator(r"^[0-9]{5}(-[0-9]{4})?$", _("Enter a ZIP code of five digits, like 27610."))],
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
        error_messages={"required": _("Enter the ZIP code.")},
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
        if age_on(timezone.localdate(), born) < ADULT_YEARS and not self.for_someone_else:
            raise forms.ValidationError(
                _("A patient under 18 needs a parent or guardian to ask. If you are one, change who it is for.")
            )
        return born
