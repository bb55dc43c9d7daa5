"""Who the patient is and how to get in touch, as staff fill it in on the phone."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import ReachBy
from appointments.request_form.fields import EmailField, PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import (
    BIRTH_ERRORS,
    EARLIEST_BIRTH,
    LegalNameField,
    ZipCodeField,
)
from appointments.services.requests.corrections import NO_ADDRESS

from .desk_form import DeskDateField
from .patient_search.request_search import BIRTH_FORMATS, not_in_the_future


def earliest_birth() -> datetime.date:
    """Return the first date of birth that is accepted."""
    return EARLIEST_BIRTH


class BirthDateField(DeskDateField):
    """A date of birth. Its year may have two digits: 4/9/61 is in 1961."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=BIRTH_FORMATS, **kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        """Return the day; raises ValidationError."""
        day = super().to_python(value)
        return not_in_the_future(day, str(value)) if day else None


class PatientFields(forms.Form):
    """The patient's details, of a new request or corrected later."""

    legal_name = LegalNameField(label=_("Legal name"))
    preferred_name = PlainTextField(label=_("Preferred name (optional)"), max_length=100, required=False)
    date_of_birth = BirthDateField(
        label=_("Date of birth (month/day/year)"),
        earliest=earliest_birth,
        latest=timezone.localdate,
        error_messages=BIRTH_ERRORS,
    )
    phone = PhoneField(
        label=_("Phone"),
        autocomplete="off",
        error_messages={"required": _("Enter a phone number where we can reach them.")},
    )
    email = EmailField(label=_("E-mail (optional)"), max_length=254, required=False)
    reach_by = forms.ChoiceField(label=_("Reach by"), choices=ReachBy.offered())
    may_leave_message = forms.BooleanField(label=_("May leave a message"), required=False)
    postal_code = ZipCodeField(label=_("ZIP code (optional)"), required=False)
    insurance_carrier = PlainTextField(label=_("Insurance (optional)"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # the browser knows the member of staff, not the patient
            field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Refuse e-mail as the way to reach a patient without an address."""
        values = super().clean() or {}
        if values.get("reach_by") == ReachBy.EMAIL and "email" in values and not values["email"]:
            self.add_error("email", NO_ADDRESS)
        return values
