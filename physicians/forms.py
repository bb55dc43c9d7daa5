"""The forms that editors fill in."""

from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .models import Condition, Language, Physician, Procedure, Specialty
from .roster import ROSTER_FIELDS

DRAFTABLE = ("specialties", "conditions", "procedures", "locations")  # of a profile: what has drafts of its own


class PhraseListField(SimpleArrayField):
    """Phrases in a row, with commas between them; repeated and empty ones are dropped."""

    widget: forms.Widget = AdminAutoHeightTextInput()

    def prepare_value(self, value: Any) -> Any:
        """Show a list with a space after each comma."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Take the text apart, whether commas or line ends stand between the phrases."""
        phrases = value if isinstance(value, list) else (value or "").replace("\n", ",").split(",")
        return list(dict.fromkeys(" ".join(phrase.split()) for phrase in phrases if phrase.strip()))


class StateCodesField(PhraseListField):
    """Two-letter codes, in capitals however they were typed."""

    widget = forms.TextInput()
    default_error_messages = {"item_invalid": _("Number %(nth)s in the list is not a state:")}

    def to_python(self, value: Any) -> Any:
        """Take the codes apart, with spaces or commas between them."""
        text = " ".join(value) if isinstance(value, list) else (value or "")
        return super().to_python(text.upper().replace(" ", ","))


class ConditionForm(WagtailAdminModelForm):
    """A condition."""

    lay_phrases = Condition._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class SpecialtyForm(WagtailAdminModelForm):
    """A specialty."""

    lay_phrases = Specialty._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class ProcedureForm(WagtailAdminModelForm):
    """A procedure."""

    lay_phrases = Procedure._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class LanguageForm(WagtailAdminModelForm):
    """A language."""

    lay_phrases = Language._meta.get_field("lay_phrases").formfield(form_class=PhraseListField)


class PhysicianForm(WagtailAdminModelForm):
    """A profile."""

    licensed_states = Physician._meta.get_field("licensed_states").formfield(form_class=StateCodesField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DRAFTABLE:
            if name in self.fields:
                self._offer_published(name)
        if self.instance.on_roster:
            for name in ROSTER_FIELDS:
                if name in self.fields:
                    self.fields[name].disabled = True  # what a browser sends for it does not count either

    def _offer_published(self, name: str) -> None:
        """Offer what is published, and what this profile has chosen already."""
        chosen = [row.pk for row in getattr(self.instance, name).all()] if self.instance.pk else []
        field = self.fields[name]
        field.queryset = field.queryset.filter(Q(live=True) | Q(pk__in=chosen))
