"""The form and the fields that staff fill in at the desk."""

import calendar
import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import PlainTextField
from appointments.request_form.fields.plain_text import showable

from .patient_search.request_search import DATE_FORMATS, with_slashes

UNSEEN = _("The patient won't see it.")
LONGEST_REASON = 1000  # characters


class DeskForm(forms.Form):
    """A form at the desk. The server's sentences replace the browser's, and keep what was typed."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))


class DeskDateField(forms.DateField):
    """A day as the desk writes it, 12/31/2026 or 12312026, or as a browser's calendar sends it.

    `earliest` and `latest` are functions that return a day, or None.
    """

    default_error_messages = {
        "invalid": _("Enter the day as month/day/year, for example 3/27/1962."),
        "too_early": _("This day is too early."),
        "too_late": _("This day is too late."),
    }

    def __init__(self, *, earliest: Any = None, latest: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", DATE_FORMATS)
        kwargs.setdefault("widget", forms.DateInput(format="%m/%d/%Y", attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> datetime.date | None:
        """Return the day; raises ValidationError."""
        typed = with_slashes(value) if isinstance(value, str) else value
        try:
            return super().to_python(typed)
        except ValidationError:
            if longest := _end_of_month(str(typed)):
                raise ValidationError(
                    _("%(month)s has only %(number)d days."),
                    code="no_such_day",
                    params={"month": date_format(longest, "F Y"), "number": longest.day},
                ) from None
            raise

    def validate(self, value: datetime.date | None) -> None:
        """Raise ValidationError for a day outside the limits."""
        super().validate(value)
        if value and self.earliest and value < self.earliest():
            raise ValidationError(self.error_messages["too_early"], code="too_early")
        if value and self.latest and value > self.latest():
            raise ValidationError(self.error_messages["too_late"], code="too_late")

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the page shows again."""
        return showable(super().bound_data(data, initial))


def _end_of_month(typed: str) -> datetime.date | None:
    """Return the last day of a month that was meant to be longer, as in 02/30/2050; None for anything else."""
    written = re.fullmatch(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", typed.strip())
    month, day, year = map(int, written.groups()) if written else (0, 0, 0)
    if not (1 <= month <= 12 and year >= 1 and day <= 31):
        return None
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, last) if day > last else None


def day_input() -> forms.DateInput:
    """Return an input with the browser's own calendar."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def time_input() -> forms.TimeInput:
    """Return an input with the browser's own clock."""
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def text_area(label: Any, *, max_length: int = LONGEST_REASON, rows: int = 2, **kwargs: Any) -> PlainTextField:
    """Return a field for a few sentences."""
    return PlainTextField(label=label, max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
