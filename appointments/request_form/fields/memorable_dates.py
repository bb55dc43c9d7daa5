"""Dates that people know by heart, such as a date of birth."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from .plain_text import showable

# Someone types the whole date into the first box: 3/27/1962.
WHOLE_DATE = re.compile(r"(?P<month>[0-9]{1,2})[/. -](?P<day>[0-9]{1,2})[/. -](?P<year>[0-9]{4})")


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
        """Return the attributes of one input. The browser may fill in a birthday (WCAG 1.3.5)."""
        attrs: dict[str, Any] = {"inputmode": "numeric"}
        if birthday:
            attrs["autocomplete"] = f"bday-{part}"
        return attrs

    def decompress(self, value: date | None) -> list[str]:
        """Return the texts of the three inputs for a date."""
        return [str(value.month), str(value.day), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the names of the parts for the template."""
        context = super().get_context(name, value, attrs)
        for subwidget, (part, label) in zip(context["widget"]["subwidgets"], self.parts.items(), strict=True):
            subwidget.update(part=part, label=label)
        return context


class MemorableDateField(forms.Field):
    """A date that someone knows by heart, as three inputs; its value is a `date` or None.

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
        "not_numbers": _("Write the date in numbers only, for example 3 27 1962."),
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
        """Return the date for three texts (month, day, year); raises ValidationError with a code for each mistake."""
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
        """Return the date for three texts of digits; raises ValidationError if there is no such date."""
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
        """Return the current limit."""
        return bound() if callable(bound) else bound

    def error(self, code: str, *, limit: date | None = None) -> ValidationError:
        """Return the error for a code, with its sentence."""
        params = {"limit": date_format(limit, "F j, Y")} if limit else None
        return ValidationError(self.error_messages[code], code=code, params=params)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return the text that the page shows again after an error."""
        data = super().bound_data(data, initial)
        return [showable(text) for text in data] if isinstance(data, list) else data
