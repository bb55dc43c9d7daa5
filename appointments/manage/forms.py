"""What opens a request."""

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.intake.fields import MemorableDateField


class DateOfBirthForm(forms.Form):
    """The patient's date of birth, asked for beside the link."""

    use_required_attribute = False

    date_of_birth = MemorableDateField(
        label=_("Patient's date of birth"),
        help_text=_("For example 3 27 1962. It keeps the request private if somebody else sees the mail."),
        birthday=True,
        error_messages={"required": _("Enter the patient's date of birth.")},
    )
