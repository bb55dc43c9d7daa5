"""Text on one line or many."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from physicians.storable import is_storable, storable

LETTER_OR_SIGN = frozenset("LMNPS")  # Unicode's major categories of visible characters


def is_blank(text: str) -> bool:
    """Return True if the text has only spaces, line breaks and zero-width characters."""
    return not any(unicodedata.category(character)[0] in LETTER_OR_SIGN for character in text)


TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_control(character: str) -> bool:
    """Return True if this is an invisible command, such as ESC or one that turns a line of the desk around.

    Line breaks and tabs are not meant.
    """
    if character in TURNS_TEXT_AROUND:
        return True
    return unicodedata.category(character) == "Cc" and character not in "\r\n\t"


def showable(text: Any) -> Any:
    """Return what was typed, without characters that a page can't show again."""
    return storable(text) if isinstance(text, str) else text


class CharacterCountTextarea(forms.Textarea):
    """A text area with a character count that a script keeps up to date. Text is never cut off.

    The limit is that of the field, set by PlainTextField.
    """

    template_name = "wakemed/widgets/character_count.html"
    max_length: int | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 6} | (attrs or {}))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the limit, and let the count describe the text area."""
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["max_length"] = self.max_length
        if identity := widget["attrs"].get("id"):
            described_by = widget["attrs"].get("aria-describedby", "")
            widget["attrs"]["aria-describedby"] = f"{described_by} {identity}_count".strip()
        return context


class PlainTextField(forms.CharField):
    """Composed text (“é” is one character) without surrounding spaces or anything that PostgreSQL can't store.

    On one line, runs of space become one space. In a text area line breaks stay and count as one character each,
    however they were sent. `max_length` is checked here only: the browser's `maxlength` cuts a pasted text silently.

    Raises "required" for text of which nothing can be seen, "unstorable" for NUL and lone surrogates, and
    "max_length".
    """

    default_error_messages = {
        "max_length": _("Please shorten this to %(limit_value)d characters or fewer. It has %(show_value)d now."),
        "unstorable": _("This contains a character that can't be saved. Please type the text instead of pasting it."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Pass the limit to a text area that counts, but never as maxlength, which makes browsers cut text."""
        if isinstance(widget, CharacterCountTextarea):
            widget.max_length = self.max_length
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: Any) -> str:
        """Return the cleaned text; raises ValidationError for text that can't be stored."""
        text = unicodedata.normalize("NFC", super().to_python(value) or "")
        if not is_storable(text) or any(map(is_control, text)):
            raise ValidationError(self.error_messages["unstorable"], code="unstorable")
        if is_blank(text):
            return ""
        if isinstance(self.widget, forms.Textarea):
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return " ".join(text.split())

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return the text that the page shows again after an error."""
        return showable(super().bound_data(data, initial))
