"""Phone numbers and e-mail addresses, as people type them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField
from phonenumber_field.phonenumber import PhoneNumber
from phonenumber_field.widgets import RegionalPhoneNumberWidget

from physicians.storable import is_storable

from .plain_text import showable


class PhoneWidget(RegionalPhoneNumberWidget):
    """Shows a stored number as people in the US write it, and typed text exactly as it was typed."""

    def format_value(self, value: Any) -> str | None:
        """Return the text for the input."""
        return (
            super().format_value(value)
            if isinstance(value, PhoneNumber)
            else forms.TextInput.format_value(self, value)
        )


class PhoneField(PhoneNumberField):
    """A phone number with any spaces, dashes, dots or brackets. It's a US number unless it starts with +."""

    widget = PhoneWidget
    default_error_messages = {
        "required": _("Enter a phone number."),
        "invalid": _("Enter just the number, with its area code, for example 919-555-0123."),
    }

    def __init__(self, *, autocomplete: str = "tel", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", autocomplete)

    def to_python(self, value: Any) -> Any:
        """Return the number, or the empty value; raises "invalid" here, so that it's reported only once."""
        if isinstance(value, str) and not is_storable(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        number = super().to_python(value)
        if number and not number.is_valid():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return the text that the page shows again after an error."""
        return showable(super().bound_data(data, initial))


class EmailField(forms.EmailField):
    """An e-mail address, with errors that say what's missing."""

    default_error_messages = {
        "invalid": _("Enter an e-mail address like name@example.com."),
        "no_at": _("The e-mail address has no @ sign. It should look like name@example.com."),
        "several": _("Enter one e-mail address only."),
        "max_length": _("An e-mail address can have at most %(limit_value)d characters. This one has %(show_value)d."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["max_length"] = self.default_error_messages["max_length"]
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = self.error_messages["max_length"]  # type: ignore[attr-defined]
        self.widget.attrs |= {"autocomplete": "email", "spellcheck": "false"}
        self.widget.attrs.pop("maxlength", None)  # browsers cut pasted text without saying so

    def to_python(self, value: Any) -> str:
        """Return the address without surrounding spaces; raises "no_at" or "several" rather than just "invalid"."""
        text = (super().to_python(value) or "").strip()
        if text and not is_storable(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if text and "@" not in text:
            raise ValidationError(self.error_messages["no_at"], code="no_at")
        if text.count("@") > 1 and any(sign in text for sign in ",; "):
            raise ValidationError(self.error_messages["several"], code="several")
        return text

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return the text that the page shows again after an error."""
        return showable(super().bound_data(data, initial))
