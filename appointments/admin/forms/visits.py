"""Answers to an offer, and what becomes of a visit."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from appointments.models.contact import LONGEST_MESSAGE
from appointments.request_form.fields import PlainTextField

from .base import DeskForm, words

NOT_OFFERED = _("Choose one of the offered times.")
LARGEST_KEY = 2**63 - 1


class AcceptForm(DeskForm):
    """Which of the offered times the patient takes."""

    appointment = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_KEY,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_OFFERED),
    )


class RefuseForm(DeskForm):
    """That none of the offered times suits, and what would."""

    offer = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_KEY,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_OFFERED),
    )
    text = words(_("What would suit (optional)"), max_length=LONGEST_MESSAGE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state and self.state.offer:
            self.initial = {"offer": self.state.offer.pk}


class CancelForm(DeskForm):
    """Who cancels a visit, why, and whether another is wanted."""

    by_patient = forms.TypedChoiceField(
        label=_("Who cancels?"),
        choices=[("yes", _("The patient")), ("no", _("We do"))],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who cancels.")},
    )
    still_wanted = forms.TypedChoiceField(
        label=_("Is another visit wanted?"),
        choices=[("yes", _("Yes, the request goes on")), ("no", _("No, close the request"))],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether another visit is wanted.")},
    )
    reason = words(_("Why?"), error_messages={"required": _("Say why the visit is canceled.")})


class NumbersForm(DeskForm):
    """What the health record calls patient and visit."""

    medical_record_number = PlainTextField(label=_("Medical record number"), max_length=40, required=False)
    visit_number = PlainTextField(
        label=_("Visit number"),
        max_length=40,
        required=False,
        help_text=_("Save it again after a move, once the health record has the new time."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state is None:
            return
        visit = self.state.visit
        self.initial = {
            "medical_record_number": self.state.record.medical_record_number,
            "visit_number": visit.visit_number if visit else "",
        }
        if visit is None and not self.is_bound:
            del self.fields["visit_number"]


class JoinLinkForm(DeskForm):
    """The link by which the patient joins."""

    address = forms.URLField(
        label=_("Link to join, for this visit only"),
        assume_scheme="https",
        max_length=200,
        required=False,
        validators=[URLValidator(schemes=["https"], message=_("A link begins with https://"))],
        help_text=_("Empty: the physician's own room."),
        error_messages={"invalid": _("Enter a whole link that begins with https://")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state and self.state.visit:
            self.initial = {"address": self.state.visit.join_link}
