"""Who asks on the patient's behalf, as staff fill it in on the phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import RelationshipField, is_minor


class CallerFields(forms.Form):
    """The caregiver, if someone asks for the patient."""

    caregiver_name = PlainTextField(label=_("Caregiver's name"), max_length=200, required=False)
    caregiver_relationship = RelationshipField(label=_("Relationship to the patient"), required=False)
    caregiver_phone = PhoneField(label=_("Caregiver's phone"), autocomplete="off", required=False)
    caregiver_consent = forms.BooleanField(label=_("May ask on the patient's behalf"), required=False)

    def clean(self) -> dict[str, Any]:
        """Take a caregiver whole or not at all; a minor needs one."""
        values = super().clean() or {}
        born = values.get("date_of_birth")
        if born and is_minor(born) and not values.get("caregiver_name") and "caregiver_name" not in self.errors:
            self.add_error(
                "caregiver_name", _now("A patient under 18 needs a parent or guardian. Enter the caregiver's name.")
            )
        given = [name for name in CallerFields.base_fields if values.get(name) or name in self.errors]
        if given:
            for name, sentence in (
                ("caregiver_name", _now("Enter the caregiver's name.")),
                ("caregiver_relationship", _now("Choose the relationship to the patient.")),
                ("caregiver_phone", _now("Enter the caregiver's phone number.")),
                ("caregiver_consent", _now("Confirm that they may ask on the patient's behalf.")),
            ):
                if name not in given:
                    self.add_error(name, sentence)
        return values
