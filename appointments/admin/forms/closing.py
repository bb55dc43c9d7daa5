"""A request is closed, opened again, or waits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import PlainTextField
from appointments.services.requests.closing import BY_HAND

from .base import DeskForm, words


class CloseForm(DeskForm):
    """Why a request is closed."""

    closed_reason = forms.ChoiceField(
        label=_("What kind of closing is it?"),
        choices=[(reason.value, reason.label) for reason in BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of closing this is.")},
    )
    reason = words(_("Why?"), error_messages={"required": _("Say why: closing and reopening need a reason.")})


class DuplicateForm(DeskForm):
    """Which request this one repeats."""

    of_reference = PlainTextField(
        label=_("Reference of the other request"),
        max_length=20,
        help_text=_("Offered times and a booked visit of this one are given back. Nothing is merged."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the reference of the other request.")},
    )


class ReopenForm(DeskForm):
    """Why a closed request is opened again."""

    reason = words(_("Why?"), error_messages={"required": _("Say why: closing and reopening need a reason.")})


class WaitlistForm(DeskForm):
    """What the patient waits for."""

    reason = words(_("What do they wait for?"), required=False)
