"""Form fields for lists that editors type with commas."""

from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from physicians.states import state_code


class PhraseListField(SimpleArrayField):
    """Phrases separated by commas; repeated and empty ones are dropped."""

    widget: forms.Widget = AdminAutoHeightTextInput()
    default_error_messages = {"item_invalid": _("Phrase number %(nth)s is too long:")}

    def prepare_value(self, value: Any) -> Any:
        """Add a space after each comma."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Split the text at commas and line breaks."""
        phrases = value if isinstance(value, list) else (value or "").replace("\n", ",").split(",")
        return list(dict.fromkeys(" ".join(phrase.split()) for phrase in phrases if phrase.strip()))


class StateCodesField(PhraseListField):
    """States by their two letters or their names, separated by commas; two letters also by spaces."""

    widget = forms.TextInput()

    def to_python(self, value: Any) -> Any:
        """Return the codes of the states; raises ValidationError for anything else."""
        text = ", ".join(value) if isinstance(value, list) else (value or "")
        found: list[str] = []
        for part in super().to_python(text.replace(";", ",")):
            words = [part] if state_code(part) else part.split()
            for word in words:
                if not state_code(word):
                    raise ValidationError(
                        _("“%(word)s” isn't a state. Enter two letters or a name, separated by commas: NC, Virginia."),
                        code="state",
                        params={"word": part},
                    )
                found.append(state_code(word))
        return list(dict.fromkeys(found))
