"""How to reach the patient."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import ReachBy
from appointments.request_form.fields import EmailField, PhoneField

from .step_form import StepForm


class ContactForm(StepForm):
    """Phone, e-mail, and which one to use."""

    phone = PhoneField(
        label=_("Phone number"),
        help_text=_("With area code. Spaces and dashes are fine."),
        error_messages={"required": _("Enter a phone number where we can reach you.")},
    )
    email = EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("We'll send a confirmation there. It says nothing about anyone's health."),
        error_messages={"required": _("Enter an e-mail address so we can send you a confirmation.")},
    )
    reach_by = forms.ChoiceField(
        label=_("How should we contact you?"),
        choices=ReachBy.offered(),
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reach_by"].choices = ReachBy.offered(  # type: ignore[attr-defined]
            stored=self.initial.get("reach_by", "")
        )
        if self.for_someone_else:
            self.fields["phone"].help_text = _("The number we should call about this. It may be yours.")
            if caregiver_phone := self.known.get("caregiver_phone"):
                self.initial = {"phone": caregiver_phone, **self.initial}
