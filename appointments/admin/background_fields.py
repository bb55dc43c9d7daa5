"""Why the patient comes, and what has happened so far, as staff fill it in on the phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import YesNo
from appointments.request_form.fields import PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import ScansField
from physicians.models import Condition

from .desk_form import text_area
from .select_options import NOT_SAID


class ConditionField(forms.ModelChoiceField):
    """What the visit is about."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Condition"), queryset=Condition.objects.live(), required=False, empty_label=_("Not sure")
        )


class BackgroundFields(forms.Form):
    """The reason for the visit, and what has happened so far."""

    urgent_symptoms = forms.BooleanField(
        label=_("Has a red-flag symptom right now"),
        required=False,
        help_text=_(
            "New loss of bladder or bowel control, sudden weakness, numbness between the legs, severe pain after a "
            "fall: tell them to call 911. The request becomes urgent and goes to a nurse."
        ),
    )
    condition = ConditionField()
    reason = text_area(_("In the patient's own words (optional)"), required=False)
    seen_before = forms.ChoiceField(label=_("Seen here before"), choices=[NOT_SAID, *YesNo.choices], required=False)
    scans = ScansField(label=_("Scans"), required=False)
    biopsy = forms.ChoiceField(label=_("Biopsy"), choices=[NOT_SAID, *YesNo.choices], required=False)
    referrer_name = PlainTextField(label=_("Who referred"), max_length=200, required=False)
    referrer_practice = PlainTextField(label=_("Their practice"), max_length=200, required=False)
    referrer_phone = PhoneField(label=_("Their phone"), autocomplete="off", required=False)

    def clean(self) -> dict[str, Any]:
        """Count a named referrer as a referral."""
        values = super().clean() or {}
        referred = any(values.get(name) for name in ("referrer_name", "referrer_practice", "referrer_phone"))
        return values | {"referred": YesNo.YES if referred else ""}
