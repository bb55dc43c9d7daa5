"""Days and times as the browser's own controls enter them."""

from django import forms


def day_input() -> forms.DateInput:
    """Return a control for a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def time_input() -> forms.TimeInput:
    """Return a control for a time of day."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
