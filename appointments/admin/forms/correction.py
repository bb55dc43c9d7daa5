"""Contact details, put right."""

import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import ReachBy, SpokenLanguage, VisitType
from appointments.request_form.fields import EmailField, PhoneField, PlainTextField
from appointments.request_form.forms.patient_form import EARLIEST_BIRTH
from appointments.services.requests.corrections import CORRECTABLE
from physicians.states import STATES

from .base import DeskDateField, DeskForm


def earliest_birth() -> datetime.date:
    """Return the first day of birth that is taken."""
    return EARLIEST_BIRTH


class PatientFields(forms.Form):
    """Who the patient is and how to get in touch, as asked on the phone."""

    legal_name = PlainTextField(
        label=_("Legal name"), max_length=200, error_messages={"required": _("Enter the legal name, first and last.")}
    )
    preferred_name = PlainTextField(label=_("Name to call them (optional)"), max_length=100, required=False)
    date_of_birth = DeskDateField(
        label=_("Date of birth (month/day/year)"),
        earliest=earliest_birth,
        latest=timezone.localdate,
        error_messages={
            "required": _("Enter the date of birth."),
            "too_early": _("Enter a date of birth after 1899. Check the year."),
            "too_late": _("The date of birth is in the future. Check the year."),
        },
    )
    phone = PhoneField(
        label=_("Phone"),
        autocomplete="off",
        error_messages={"required": _("Enter a phone number where we can reach them.")},
    )
    email = EmailField(label=_("E-mail (optional)"), max_length=254, required=False)
    reach_by = forms.ChoiceField(label=_("Reach by"), choices=ReachBy)
    may_leave_message = forms.BooleanField(label=_("May leave a message"), required=False)
    postal_code = PlainTextField(
        label=_("ZIP code"),
        max_length=10,
        validators=[RegexValidator(r"^[0-9]{5}(-[0-9]{4})?$", _("Enter a ZIP code of five digits, like 27610."))],
        error_messages={"required": _("Enter the ZIP code.")},
    )
    insurance_carrier = PlainTextField(label=_("Insurance (optional)"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # the browser knows the member of staff, not the patient
            field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Refuse a wish for e-mail without an address."""
        values = super().clean() or {}
        if values.get("reach_by") == ReachBy.EMAIL and "email" in values and not values["email"]:
            self.add_error("email", _("Without an e-mail address the patient cannot be reached by e-mail."))
        return values


class CorrectionForm(PatientFields, DeskForm):
    """The details that staff may put right; shown as they are."""

    patient_state = forms.ChoiceField(
        label=_("State during a virtual visit"), choices=[("", _("None")), *STATES], required=False
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("Not said")), *SpokenLanguage.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:
            self.initial = {name: getattr(self.state.record, name) for name in CORRECTABLE}

    def clean_patient_state(self) -> str:
        """Return the state; a virtual visit needs one."""
        state: str = self.cleaned_data["patient_state"]
        if self.state and self.state.record.visit_type != VisitType.IN_PERSON and not state:
            raise forms.ValidationError(_("A virtual visit needs the state in which the patient will be."))
        return state
