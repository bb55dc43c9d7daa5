"""Earlier visits, scans and the referral."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import YesNo
from appointments.request_form.fields import PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import ScansField

from .step_form import StepForm


def yes_no(label: Any, sentence: Any, *, without_not_sure: bool = False, **kwargs: Any) -> forms.ChoiceField:
    """Return a yes-or-no question, with “Not sure” unless that makes no sense. `sentence` is shown if it's skipped."""
    return forms.ChoiceField(
        label=label,
        choices=[choice for choice in YesNo.choices if not (without_not_sure and choice[0] == YesNo.NOT_SURE)],
        widget=forms.RadioSelect,
        error_messages={"required": sentence, "invalid_choice": sentence},
        **kwargs,
    )


class HistoryForm(StepForm):
    """Earlier visits, scans, a biopsy, a referral."""

    seen_before = yes_no(_("Have you been seen here before?"), _("Earlier visits here: choose Yes, No or Not sure."))
    scans = ScansField(
        label=_("Which scans of the spine have been taken?"),
        help_text=_("Choose all that apply. You can bring them later."),
        error_messages={
            "required": _("Choose the scans that have been taken, or “None” or “Not sure”."),
            "invalid_choice": _("Choose from the list of scans."),
        },
    )
    biopsy = yes_no(
        _("Has a biopsy been taken?"),
        _("Biopsy: choose Yes, No or Not sure."),
        help_text=_("A biopsy is a small sample of tissue, often taken with a needle."),
    )
    referred = yes_no(
        _("Did a doctor or nurse refer you to us?"), _("Referral: choose Yes or No."), without_not_sure=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_someone_else:
            self.fields["seen_before"].label = _("Has the patient been seen here before?")
            self.fields["referred"].label = _("Did a doctor or nurse refer the patient to us?")


class ReferralForm(StepForm):
    """Who referred the patient."""

    referrer_name = PlainTextField(
        label=_("Name of the doctor or nurse"),
        max_length=200,
        error_messages={"required": _("Enter the name of the doctor or nurse, as far as you know it.")},
    )
    referrer_practice = PlainTextField(label=_("Practice or hospital"), max_length=200, required=False)
    referrer_phone = PhoneField(label=_("Their phone number"), required=False, autocomplete="off")
