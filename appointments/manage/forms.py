"""What opens a request, and what asks for its link again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.intake.fields import CharacterCountTextarea, EmailField, MemorableDateField, PlainTextField
from appointments.services.cancellations import LONGEST_REASON


class DateOfBirthForm(forms.Form):
    """The patient's date of birth, asked for beside the link."""

    use_required_attribute = False

    date_of_birth = MemorableDateField(
        label=_("Patient's date of birth"),
        help_text=_("For example 3 27 1962. It keeps the request private if somebody else sees the mail."),
        birthday=True,
        error_messages={"required": _("Enter the patient's date of birth.")},
    )


class LostLinkForm(forms.Form):
    """The address that the mail with the link went to."""

    use_required_attribute = False

    email = EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("The one that you gave with your request."),
        error_messages={"required": _("Enter the e-mail address that you gave with your request.")},
    )


class CancelForm(forms.Form):
    """Why the request is canceled, if the patient likes to say. That it is, the button says."""

    use_required_attribute = False

    reason = PlainTextField(
        label=_("Would you tell us why?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=CharacterCountTextarea(attrs={"rows": 3}),
        help_text=_("Our scheduling staff read it. You do not have to give one."),
    )
