"""The times that are chosen to be offered or booked: ticked in the panel of free times, or written beside it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import PlainTextField
from appointments.services.visits.free_time_value import wanted_from
from appointments.services.visits.offers import MOST_TIMES

from .another_time_form import AnotherTimeForm

NOT_IN_THE_LIST = _("Choose from the list of free times.")
BEFORE_REVIEW = _("A nurse hasn't reviewed this yet. Wait for the result, or check the box to go ahead.")


def _chosen(ticked: list[str], suggested: str) -> list[str]:
    """Return what was ticked, or what the button suggests instead."""
    return list(dict.fromkeys(suggested.split(",") if suggested else ticked))


class FreeTimesField(forms.MultipleChoiceField):
    """Ticked free times; the service decides whether each is still free."""

    def valid_value(self, value: Any) -> bool:
        """Return True if the value has the shape of a free time."""
        return wanted_from(value) is not None


class TimesForm(AnotherTimeForm):
    """Ticked free times, another time beside them, and a reason for a time that is off the rules."""

    field_order = ("times", "suggested")  # what is wrong with them is said first
    most = MOST_TIMES
    nothing_chosen = _("Check one to three times, or enter another time.")
    too_many = _("Choose at most three times.")

    times = FreeTimesField(
        required=False,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), NOT_IN_THE_LIST),
    )
    # What one button offers without a tick; several values as one.
    suggested = forms.CharField(required=False, max_length=200)
    off_rules_reason = PlainTextField(
        label=_("Reason, if a time breaks a rule"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    before_review = forms.BooleanField(label=_("Go ahead before the nurse has finished"), required=False)

    @property
    def ticked(self) -> list[str]:
        """Return what was ticked, well formed or not."""
        return _chosen(self["times"].value() or [], self["suggested"].value() or "")

    def clean(self) -> dict[str, Any]:
        """Put the chosen times together as `wanted`."""
        values = super().clean() or {}
        choices = _chosen(values.get("times", []), values.get("suggested", ""))
        wanted = [time for choice in choices if (time := wanted_from(choice))]
        if len(wanted) < len(choices):  # FreeTimesField has checked what is ticked, nothing has checked `suggested`
            self.add_error("times", NOT_IN_THE_LIST)
        if another := self.written_time(values):
            wanted.append(another)
        if self.state and self.state.needs_nurse and not values.get("before_review"):
            self.add_error("before_review", BEFORE_REVIEW)
        if not self.errors:
            if not wanted:
                self.add_error("times", self.nothing_chosen)
            elif len(wanted) > self.most:
                self.add_error("times", self.too_many)
        return values | {"wanted": wanted}
