"""Form fields of the question pages: they take what people type and say plainly what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField
from phonenumber_field.phonenumber import PhoneNumber
from phonenumber_field.widgets import RegionalPhoneNumberWidget

from physicians.storable import is_storable, storable

# Somebody types the whole date into the first box: 3/27/1962.
WHOLE_DATE = re.compile(r"(?P<month>[0-9]{1,2})[/. -](?P<day>[0-9]{1,2})[/. -](?P<year>[0-9]{4})")
LETTER_OR_SIGN = frozenset("LMNPS")  # Unicode's major categories that leave something to see


def is_blank(text: str) -> bool:
    """Tell whether nothing of the text can be seen: spaces, line breaks, zero-width characters."""
    return not any(unicodedata.category(character)[0] in LETTER_OR_SIGN for character in text)


def is_control(character: str) -> bool:
    """Tell whether this is an invisible command to a terminal, such as ESC; line breaks and tabs are not meant."""
    return unicodedata.category(character) == "Cc" and character not in "\r\n\t"


def showable(text: Any) -> Any:
    """Return what was typed in a form that a page can show again."""
    return storable(text) if isinstance(text, str) else text


class CharacterCountTextarea(forms.Textarea):
    """A text area with a count under it, which a script keeps up to date. Nothing is ever cut off.

    The limit is that of the field, set by PlainTextField.
    """

    template_name = "wakemed/widgets/character_count.html"
    max_length: int | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 6} | (attrs or {}))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the limit, and the count to what describes the text area."""
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["max_length"] = self.max_length
        if identity := widget["attrs"].get("id"):
            described_by = widget["attrs"].get("aria-describedby", "")
            widget["attrs"]["aria-describedby"] = f"{described_by} {identity}_count".strip()
        return context


class PlainTextField(forms.CharField):
    """Text without its outer spaces and without anything that PostgreSQL cannot hold.

    On one line, runs of space become one space. In a text area line breaks stay and count as one character each,
    however they were sent. `max_length` is checked here only: the browser's `maxlength` cuts a pasted text silently.

    Raises "required" for text of which nothing can be seen, "unstorable" for NUL and lone surrogates, and
    "max_length".
    """

    default_error_messages = {
        "max_length": _("Please shorten this to %(limit_value)d characters or fewer. It has %(show_value)d now."),
        "unstorable": _("This holds a character that cannot be saved. Please type it again instead of pasting it."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Give the limit to a text area that counts, and to no browser."""
        if isinstance(widget, CharacterCountTextarea):
            widget.max_length = self.max_length
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: Any) -> str:
        """Return the cleaned text; raises ValidationError for what cannot be stored."""
        text = super().to_python(value) or ""
        if not is_storable(text) or any(map(is_control, text)):
            raise ValidationError(self.error_messages["unstorable"], code="unstorable")
        if is_blank(text):
            return ""
        if isinstance(self.widget, forms.Textarea):
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return " ".join(text.split())

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the page shows again."""
        return showable(super().bound_data(data, initial))


class PhoneWidget(RegionalPhoneNumberWidget):
    """Shows a stored number the way people in the US write it, and what was typed exactly as it was typed."""

    def format_value(self, value: Any) -> str | None:
        """Return the text for the input."""
        return (
            super().format_value(value)
            if isinstance(value, PhoneNumber)
            else forms.TextInput.format_value(self, value)
        )


class PhoneField(PhoneNumberField):
    """A phone number as people write it, with spaces, dashes, dots or brackets; US unless it starts with +."""

    widget = PhoneWidget
    default_error_messages = {
        "required": _("Enter a phone number."),
        "invalid": _("Enter a phone number with its area code, for example 919-555-0123."),
    }

    def __init__(self, *, autocomplete: str = "tel", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", autocomplete)

    def to_python(self, value: Any) -> Any:
        """Return the number, or the empty value; raises "invalid" here, so that it is said only once."""
        if isinstance(value, str) and not is_storable(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        number = super().to_python(value)
        if number and not number.is_valid():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the page shows again."""
        return showable(super().bound_data(data, initial))


class EmailField(forms.EmailField):
    """An e-mail address; its sentences say what is missing."""

    default_error_messages = {
        "invalid": _("Enter an e-mail address like name@example.com."),
        "no_at": _("The e-mail address has no @ sign. It should look like name@example.com."),
        "several": _("Enter one e-mail address only."),
        "max_length": _("An e-mail address has at most %(limit_value)d characters. This one has %(show_value)d."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["max_length"] = self.default_error_messages["max_length"]
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = self.error_messages["max_length"]  # type: ignore[attr-defined]
        self.widget.attrs |= {"autocomplete": "email", "spellcheck": "false"}
        self.widget.attrs.pop("maxlength", None)  # a browser cuts a pasted text silently

    def to_python(self, value: Any) -> str:
        """Return the address without spaces around it; raises "no_at" and "several" before the general "invalid"."""
        text = (super().to_python(value) or "").strip()
        if text and not is_storable(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if text and "@" not in text:
            raise ValidationError(self.error_messages["no_at"], code="no_at")
        if text.count("@") > 1 and any(sign in text for sign in ",; "):
            raise ValidationError(self.error_messages["several"], code="several")
        return text

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the page shows again."""
        return showable(super().bound_data(data, initial))


class MemorableDateWidget(forms.MultiWidget):
    """Three text inputs, in the order in which people in the US say a date: month, day, year."""

    template_name = "wakemed/widgets/date_fields.html"
    use_fieldset = True
    parts = {"month": _("Month"), "day": _("Day"), "year": _("Year")}

    def __init__(self, attrs: dict[str, Any] | None = None, *, birthday: bool = False) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput(self.part_attrs(part, birthday=birthday)) for part in self.parts
        }
        super().__init__(widgets, attrs)

    @staticmethod
    def part_attrs(part: str, *, birthday: bool) -> dict[str, Any]:
        """Return the attributes of one input; a birthday may be filled in by the browser (WCAG 1.3.5)."""
        attrs: dict[str, Any] = {"inputmode": "numeric"}
        if birthday:
            attrs["autocomplete"] = f"bday-{part}"
        return attrs

    def decompress(self, value: date | None) -> list[str]:
        """Return the texts for a date."""
        return [str(value.month), str(value.day), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name the parts for the template."""
        context = super().get_context(name, value, attrs)
        for subwidget, (part, label) in zip(context["widget"]["subwidgets"], self.parts.items(), strict=True):
            subwidget.update(part=part, label=label)
        return context


class MemorableDateField(forms.Field):
    """A date that somebody knows by heart, as three inputs; its value is a `date` or None.

    `earliest` and `latest` (a date, or a function that returns one) are the first and the last that are taken.
    What was typed is shown again, whatever it was.
    """

    widget = MemorableDateWidget
    default_error_messages = {
        "required": _("Enter the month, the day and the year."),
        "missing_month": _("The month is missing. Enter it as a number."),
        "missing_day": _("The day is missing. Enter it as a number."),
        "missing_year": _("The year is missing. Enter it with four digits."),
        "missing_month_day": _("The month and the day are missing."),
        "missing_month_year": _("The month and the year are missing."),
        "missing_day_year": _("The day and the year are missing."),
        "not_numbers": _("Use numbers only, for example 4 for April, 27 and 1958."),
        "month": _("The month must be a number from 1 to 12."),
        "day": _("The day must be a number from 1 to 31."),
        "year": _("Enter all four digits of the year, for example 1958."),
        "not_a_date": _("There is no such day in that month. Check the day, the month and the year."),
        "too_early": _("The date must be %(limit)s or later."),
        "too_late": _("The date must be %(limit)s or earlier."),
    }

    def __init__(
        self,
        *,
        earliest: date | Callable[[], date] | None = None,
        latest: date | Callable[[], date] | None = None,
        birthday: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", MemorableDateWidget(birthday=birthday))
        super().__init__(**kwargs)
        self.earliest = earliest
        self.latest = latest

    def to_python(self, value: Any) -> date | None:
        """Return the date of three texts (month, day, year); raises ValidationError with a code per case."""
        if value is None or isinstance(value, date):
            return value
        texts = dict(zip(MemorableDateWidget.parts, ((text or "").strip() for text in value), strict=True))
        if whole := WHOLE_DATE.fullmatch(texts["month"]):
            texts |= whole.groupdict() if not (texts["day"] or texts["year"]) else {}
        missing = [part for part, text in texts.items() if not text]
        if len(missing) == len(texts):
            return None
        if missing:
            raise self.error("missing_" + "_".join(missing))
        if not all(text.isascii() and text.isdecimal() for text in texts.values()):
            raise self.error("not_numbers")
        return self.to_date(**texts)

    def to_date(self, month: str, day: str, year: str) -> date:
        """Return the date of three texts of digits; raises ValidationError when there is none."""
        if len(month) > 2 or not 1 <= int(month) <= 12:
            raise self.error("month")
        if len(day) > 2 or not 1 <= int(day) <= 31:
            raise self.error("day")
        if len(year) != 4 or int(year) == 0:
            raise self.error("year")
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise self.error("not_a_date") from None

    def validate(self, value: date | None) -> None:
        """Raise ValidationError for a date outside the limits."""
        super().validate(value)
        if value is None:
            return
        if (earliest := self.limit(self.earliest)) and value < earliest:
            raise self.error("too_early", limit=earliest)
        if (latest := self.limit(self.latest)) and value > latest:
            raise self.error("too_late", limit=latest)

    @staticmethod
    def limit(bound: date | Callable[[], date] | None) -> date | None:
        """Return the limit as of now."""
        return bound() if callable(bound) else bound

    def error(self, code: str, *, limit: date | None = None) -> ValidationError:
        """Return the error of one case, with its own sentence."""
        params = {"limit": date_format(limit, "F j, Y")} if limit else None
        return ValidationError(self.error_messages[code], code=code, params=params)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the page shows again."""
        data = super().bound_data(data, initial)
        return [showable(text) for text in data] if isinstance(data, list) else data
