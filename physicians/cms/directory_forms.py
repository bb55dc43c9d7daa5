"""The forms of the directory in the CMS."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber
from wagtail.admin.forms import WagtailAdminModelForm

from physicians.imports.roster_columns import ROSTER
from physicians.models import Condition, Language, Physician
from physicians.spent_dates import ClearsSpentDates

from .address_from_name import AddressFromNameForm
from .clinic_coordinates import why_not_there
from .list_form_fields import PhraseListField, StateCodesField
from .unknown_place import unknown_place

NORTH_AMERICA = 1  # country code
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47
DRAFTABLE = ("specialties", "conditions", "procedures", "locations")  # links to rows with drafts


def lock_address_part(form: forms.ModelForm[Any], name: str) -> None:
    """Lock a field that is part of addresses, if the form has it."""
    if name in form.fields:
        form.fields[name].disabled = True  # a forged value is ignored too
        form.fields[name].help_text = _("It is part of addresses that people keep, so it can't be changed.")


class VocabularyEntryForm(AddressFromNameForm):
    """A condition, specialty or procedure. Once published, its slug is locked: people keep addresses that have it."""

    # The field of the abstract model, the same for all three.
    lay_phrases = Condition._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and (self.instance.live or self.instance.first_published_at):
            lock_address_part(self, "slug")


class LanguageForm(WagtailAdminModelForm):
    """A language has no drafts, so its code is locked from the start."""

    lay_phrases = Language._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            lock_address_part(self, "code")

    def clean_code(self) -> str:
        """Refuse a new code that isn't one."""
        code = str(self.cleaned_data["code"])
        if not self.instance.pk and not LANGUAGE_CODE.fullmatch(code):
            raise ValidationError(_("This isn't a language code. Spanish is es, American Sign Language is ase."))
        return code


class OrganizationForm(WagtailAdminModelForm):
    """The hospital. Its numbers are shown as people dial them here: (919) 555-0100."""

    def clean(self) -> Any:
        """Refuse phone numbers from other countries."""
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, PhoneNumber) and value.country_code != NORTH_AMERICA:
                self.add_error(
                    name, _("This phone number is from another country. Enter a US number: (919) 555-0100.")
                )
        return cleaned


class LocationForm(AddressFromNameForm, OrganizationForm):
    """A clinic: phone numbers as for the hospital, and a place on earth."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "postal_code" in self.fields and (sentence := unknown_place(self.instance)):
            self.fields["postal_code"].help_text = sentence

    def clean(self) -> Any:
        """Refuse coordinates where the clinic can't be."""
        cleaned = super().clean()
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if latitude is not None and longitude is not None:
            zip_code = self.cleaned_data.get("postal_code") or ""
            if sentence := why_not_there((latitude, longitude), zip_code):
                self.add_error("latitude", sentence)
        return cleaned

    def clean_latitude(self) -> float | None:
        """Refuse degrees that aren't on earth."""
        return self._within("latitude", 90)

    def clean_longitude(self) -> float | None:
        """Refuse degrees that aren't on earth."""
        return self._within("longitude", 180)

    def _within(self, name: str, most: int) -> float | None:
        degrees: float | None = self.cleaned_data[name]
        if degrees is not None and not -most <= degrees <= most:
            raise ValidationError(_("Enter a number from -%(most)s to %(most)s."), params={"most": most})
        return degrees


class PhysicianForm(ClearsSpentDates, WagtailAdminModelForm):
    """A profile: locks what the roster owns, and asks if a physician who left is back."""

    is_back = forms.BooleanField(
        label=_("This physician is back"),
        error_messages={"required": _("This physician has left. To publish the profile again, tick “is back”.")},
    )
    licensed_states = Physician._meta.get_field("licensed_states").formfield(form_class=StateCodesField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.has_left:
            del self.fields["is_back"]
        for name in DRAFTABLE:
            if name in self.fields:
                self._offer_published(name)
        if self.instance.on_roster:
            for name in ROSTER.fields:
                if name in self.fields:
                    self.fields[name].disabled = True  # a forged value is ignored too

    def _offer_published(self, name: str) -> None:
        """Offer published rows, and those that this profile already has."""
        chosen = [row.pk for row in getattr(self.instance, name).all()] if self.instance.pk else []
        field = self.fields[name]
        field.queryset = field.queryset.filter(Q(live=True) | Q(pk__in=chosen))
