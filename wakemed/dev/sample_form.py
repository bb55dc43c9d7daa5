"""A form with every kind of field, for the component sheet."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import CharacterCountTextarea, MemorableDateField, PhoneField, PlainTextField

REACH_BY = [("phone", _("Phone")), ("email", _("E-mail")), ("text", _("Text message"))]
SCANS = [("mri", _("MRI")), ("ct", _("CT")), ("x-ray", _("X-ray")), ("none", _("None of these"))]
REGIONS = [("", _("Choose a part of the spine")), ("cervical", _("Neck")), ("thoracic", _("Chest"))]


class SampleForm(forms.Form):
    """One field of each kind."""

    use_required_attribute = False

    name = PlainTextField(
        label=_("Legal name"),
        help_text=_("As it is on your insurance card."),
        max_length=100,
        error_messages={"required": _("Enter your legal name.")},
    )
    nickname = PlainTextField(label=_("Name to call you"), required=False, max_length=50)
    born = MemorableDateField(label=_("Date of birth"), help_text=_("For example, 4 27 1958"), birthday=True)
    phone = PhoneField(label=_("Phone"), help_text=_("Spaces and dashes are fine."))
    region = forms.ChoiceField(label=_("Where does it hurt?"), choices=REGIONS, required=False)
    reach_by = forms.ChoiceField(
        label=_("How may we reach you?"),
        choices=REACH_BY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we may reach you.")},
    )
    scans = forms.MultipleChoiceField(
        label=_("Which scans have been done?"),
        help_text=_("Choose all that apply."),
        choices=SCANS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the scans that have been done, or “None of these”.")},
    )
    words = PlainTextField(label=_("In your own words"), widget=CharacterCountTextarea(), max_length=60)
    message = forms.BooleanField(label=_("You may leave a message"), required=False)
    agree = forms.BooleanField(
        label=_("The patient knows that I am asking"),
        error_messages={"required": _("Confirm that the patient knows that you are asking.")},
    )


def mistaken_form() -> SampleForm:
    """Return the form with a mistake in each of its fields."""
    data = QueryDict(mutable=True)
    data.update(
        {
            "mistaken-born_month": "2",
            "mistaken-born_day": "30",
            "mistaken-born_year": "1958",
            "mistaken-phone": "555-01",
            "mistaken-words": str(_("More than the sixty characters that this field can take: no more fits.")),
        }
    )
    return SampleForm(data, prefix="mistaken")
