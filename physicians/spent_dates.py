"""Dates of a schedule that have passed are cleared when someone saves."""

from typing import Any

from django.utils import timezone

DATES = ("go_live_at", "expire_at")


class ClearsSpentDates:
    """A part of a form in the CMS. Without it, no word of a page that has expired could be changed.

    A date that someone types is never cleared: Wagtail says what is wrong with it.
    """

    initial: dict[str, Any]
    cleaned_data: dict[str, Any]

    def clean(self) -> Any:
        """Clear the dates of the last version that have passed and were sent back as they were, to the minute."""
        cleaned = super().clean()  # type: ignore[misc]
        for name in DATES:
            stored, typed = self.initial.get(name), self.cleaned_data.get(name)
            if stored and typed and typed < timezone.now() and _minute(typed) == _minute(stored):
                self.cleaned_data[name] = None
        return cleaned


def _minute(moment: Any) -> Any:
    return moment.replace(second=0, microsecond=0)
