"""The forms on the patient's page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models.contact import LONGEST_MESSAGE
from appointments.request_form.fields import CharacterCountTextarea, EmailField, MemorableDateField, PlainTextField
from appointments.services.requests.cancellations import LONGEST_REASON


class DateOfBirthForm(forms.Form):
    """The patient's date of birth, which opens the link."""

    use_required_attribute = False

    date_of_birth = MemorableDateField(
        label=_("Patient's date of birth"),
        help_text=_("For example 3 27 1962. It keeps the request private if someone else sees the email."),
        birthday=True,
        error_messages={"required": _("Enter the patient's date of birth.")},
    )


class LostLinkForm(forms.Form):
    """The address that the mail with the link went to."""

    use_required_attribute = False

    email = EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("The one you gave with your request."),
        error_messages={"required": _("Enter the e-mail address you gave with your request.")},
    )


class CancelForm(forms.Form):
    """Why the patient cancels, if they want to say."""

    use_required_attribute = False

    reason = PlainTextField(
        label=_("Would you tell us why?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=CharacterCountTextarea(attrs={"rows": 3}),
        help_text=_("Our scheduling staff will read it. You don't have to give a reason."),
    )


LARGEST_KEY = 2**63 - 1  # PostgreSQL's bigint
LARGEST_SEQUENCE = 2**31 - 1
# Inputs that mean nothing to people: after an outage they are sent again but not shown.
NOT_TYPED = ("time", "offer", "seen_sequence")


class ChosenTimeField(forms.IntegerField):
    """The key of the offered time that was chosen."""

    widget = forms.RadioSelect

    def __init__(self) -> None:
        choose = _("Choose one of the times, or tell us that none of them works for you.")
        super().__init__(
            min_value=1,
            max_value=LARGEST_KEY,
            label=_("Which time works for you?"),
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), choose),
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        """Leave out min and max, which make no sense on a radio button."""
        return {}


class ChooseTimeForm(forms.Form):
    """One of the offered times. The page lists them, and the service checks the choice."""

    use_required_attribute = False

    time = ChosenTimeField()


class NoneSuitsForm(forms.Form):
    """What would work instead of the offered times."""

    use_required_attribute = False

    offer = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_KEY,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("These times are no longer held.")
        ),
    )
    suits = PlainTextField(
        label=_("What would work for you?"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=CharacterCountTextarea(attrs={"rows": 4}),
        help_text=_("For example “Mondays, or after 2 p.m.” or “only the clinic in Cary”."),
    )


class AnswerForm(forms.Form):
    """The patient's answer to a question."""

    use_required_attribute = False

    answer = PlainTextField(
        label=_("Your answer"),
        max_length=LONGEST_MESSAGE,
        widget=CharacterCountTextarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your answer first.")},
    )


class AskToMoveForm(forms.Form):
    """What would work instead of the visit's current time."""

    use_required_attribute = False

    instead = PlainTextField(
        label=_("Which days and times would work for you?"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=CharacterCountTextarea(attrs={"rows": 4}),
        help_text=_("Our scheduling staff will read it before they call you."),
    )


class ConfirmMoveForm(forms.Form):
    """The chosen time, and the visit's sequence as it was shown."""

    time = forms.CharField(max_length=60)
    seen_sequence = forms.IntegerField(min_value=0, max_value=LARGEST_SEQUENCE)
