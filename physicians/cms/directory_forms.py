"""The forms that editors fill in."""

import re
from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from physicians.imports.roster_columns import ROSTER
from physicians.models import Condition, Language, Physician, Procedure, Specialty
from physicians.states import state_code

NORTH_AMERICA = 1  # country code
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47
DRAFTABLE = ("specialties", "conditions", "procedures", "locations")  # of a profile: what has drafts of its own


def settle(form: forms.ModelForm[Any], name: str) -> None:
    """Show a field as it is for good, if the form has it."""
    if name in form.fields:
        form.fields[name].disabled = True  # what a browser sends for it does not count either
        form.fields[name].help_text = _("It stands in addresses that people keep, so it stays as it is.")


class PhraseListField(SimpleArrayField):
    """Phrases in a row, with commas between them; repeated and empty ones are dropped."""

    widget: forms.Widget = AdminAutoHeightTextInput()
    default_error_messages = {"item_invalid": _("Phrase number %(nth)s is too long:")}

    def prepare_value(self, value: Any) -> Any:
        """Show a list with a space after each comma."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Take the text apart, whether commas or line ends stand between the phrases."""
        phrases = value if isinstance(value, list) else (value or "").replace("\n", ",").split(",")
        return list(dict.fromkeys(" ".join(phrase.split()) for phrase in phrases if phrase.strip()))


class StateCodesField(PhraseListField):
    """States, by their two letters or by their names, with commas between; two letters also with spaces."""

    widget = forms.TextInput()

    def to_python(self, value: Any) -> Any:
        """Return the codes of the states. Raises ValidationError, with what is none of them."""
        text = ", ".join(value) if isinstance(value, list) else (value or "")
        found: list[str] = []
        for part in super().to_python(text.replace(";", ",")):
            words = [part] if state_code(part) else part.split()
            for word in words:
                if not state_code(word):
                    raise ValidationError(
                        _("“%(word)s” is no state. Give two letters or the name, with commas between: NC, Virginia."),
                        code="state",
                        params={"word": part},
                    )
                found.append(state_code(word))
        return list(dict.fromkeys(found))


class SettledAddressForm(WagtailAdminModelForm):
    """An entry of the vocabulary: its address part stands in addresses that people keep."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and (self.instance.live or self.instance.first_published_at):
            settle(self, "slug")


class ConditionForm(SettledAddressForm):
    """A condition."""

    lay_phrases = Condition._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class SpecialtyForm(SettledAddressForm):
    """A specialty."""

    lay_phrases = Specialty._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class ProcedureForm(SettledAddressForm):
    """A procedure."""

    lay_phrases = Procedure._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class LanguageForm(WagtailAdminModelForm):
    """A language. What is saved counts at once, so the code stays what it was."""

    lay_phrases = Language._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            settle(self, "code")

    def clean_code(self) -> str:
        """Return the code in small letters; refuse what can be none."""
        code = str(self.cleaned_data["code"])
        if not self.instance.pk and not LANGUAGE_CODE.fullmatch(code):
            raise ValidationError(_("This is no code of a language. Spanish is es, American Sign Language is ase."))
        return code


class OrganizationForm(WagtailAdminModelForm):
    """The hospital, or one of its clinics: its numbers are shown as one dials them here, (919) 555-0100."""

    def clean(self) -> Any:
        """Refuse numbers of other countries."""
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, PhoneNumber) and value.country_code != NORTH_AMERICA:
                self.add_error(name, _("This is a number of another country. Enter one of the USA: (919) 555-0100."))
        return cleaned


class LocationForm(OrganizationForm):
    """A clinic."""

    def clean_latitude(self) -> float | None:
        """Refuse what is not on earth."""
        return self._within("latitude", 90)

    def clean_longitude(self) -> float | None:
        """Refuse what is not on earth."""
        return self._within("longitude", 180)

    def _within(self, name: str, most: int) -> float | None:
        degrees: float | None = self.cleaned_data[name]
        if degrees is not None and not -most <= degrees <= most:
            raise ValidationError(_("Enter a number from -%(most)s to %(most)s."), params={"most": most})
        return degrees


class PhysicianForm(WagtailAdminModelForm):
    """A profile."""

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
                    self.fields[name].disabled = True  # what a browser sends for it does not count either

    def _offer_published(self, name: str) -> None:
        """Offer what is published, and what this profile has chosen already."""
        chosen = [row.pk for row in getattr(self.instance, name).all()] if self.instance.pk else []
        field = self.fields[name]
        field.queryset = field.queryset.filter(Q(live=True) | Q(pk__in=chosen))
