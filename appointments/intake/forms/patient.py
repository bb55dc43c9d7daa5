"""About the patient."""

import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber

from appointments.intake.fields import MemorableDateField, PhoneField, PlainTextField
from appointments.models import ReachBy

from .base import Row, StepForm

EARLIEST_BIRTH = datetime.date(1900, 1, 1)
ADULT_YEARS = 18


def age_on(day: datetime.date, born: datetime.date) -> int:
    """Return the age in whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class PatientForm(StepForm):
    """Who the patient is and how to reach them."""

    legal_name = PlainTextField(
        label=_("Legal name"),
        max_length=200,
        help_text=_("As on your insurance card or ID, first and last name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter the patient's legal name.")},
    )
    preferred_name = PlainTextField(label=_("Name we should call you"), max_length=100, required=False)
    date_of_birth = MemorableDateField(
        label=_("Date of birth"),
        help_text=_("For example 3 27 1962."),
        birthday=True,
        earliest=EARLIEST_BIRTH,
        latest=timezone.localdate,
        error_messages={
            "required": _("Enter the patient's date of birth."),
            "too_early": _("Enter a date of birth after 1899. Check the year."),
            "too_late": _("The date of birth is in the future. Check the year."),
        },
    )
    phone = PhoneField(
        label=_("Phone number"),
        help_text=_("With area code. Spaces and dashes are fine."),
        error_messages={"required": _("Enter a phone number where we can reach you.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("We send a confirmation there. It says nothing about your health."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter an e-mail address, so that we can send you a confirmation."),
            "invalid": _("Enter an e-mail address like name@example.com."),
        },
    )
    reach_by = forms.ChoiceField(
        label=_("How should we contact you?"),
        choices=ReachBy,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how we should contact you."),
            "invalid_choice": _("Choose one of the ways to contact you."),
        },
    )
    may_leave_message = forms.BooleanField(
        label=_("You may leave a message if I don't answer"),
        required=False,
        help_text=_("The message says only who called and our number."),
    )
    postal_code = PlainTextField(
        label=_("ZIP code"),
        max_length=10,
        validators=[RegexValidator(r"^[0-9]{5}(-[0-9]{4})?$", _("Enter a ZIP code of five digits, like 27610."))],
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
        error_messages={"required": _("Enter your ZIP code.")},
    )
    insurance_carrier = PlainTextField(
        label=_("Insurance company"),
        max_length=100,
        required=False,
        help_text=_("No insurance? Leave this empty. We can talk about it."),
    )

    def clean_date_of_birth(self) -> datetime.date:
        """Return the date; raises for a minor's."""
        born = self.cleaned_data["date_of_birth"]
        if age_on(timezone.localdate(), born) < ADULT_YEARS:
            raise forms.ValidationError(
                _("For a patient under 18, a parent or guardian asks by phone. The number is at the end of this page.")
            )
        return born

    def summary(self) -> list[Row]:
        """Return every answer."""
        answers: dict[str, Any] = self.cleaned_data
        phone: PhoneNumber = answers["phone"]
        return [
            (_("Legal name"), answers["legal_name"]),
            (_("Name we should call you"), answers["preferred_name"]),
            (_("Date of birth"), date_format(answers["date_of_birth"], "F j, Y")),
            (_("Phone number"), phone.as_national),
            (_("E-mail address"), answers["email"]),
            (_("How we should contact you"), str(ReachBy(answers["reach_by"]).label)),
            (_("We may leave a message"), gettext("Yes") if answers["may_leave_message"] else gettext("No")),
            (_("ZIP code"), answers["postal_code"]),
            (_("Insurance company"), answers["insurance_carrier"]),
        ]
