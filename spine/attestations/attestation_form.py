"""The form of “Record a review”."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from .attest import years_after

LONGEST_NOTE = 2000  # characters


class AttestationForm(forms.Form):
    """When it was read, when it is due again, and the statement that is signed."""

    required_css_class = "required"

    reviewed_on = forms.DateField(
        label=_("Reviewed on"), widget=AdminDateInput, help_text=_("The day you finished reading.")
    )
    next_review_due = forms.DateField(
        label=_("Next review due"),
        widget=AdminDateInput,
        help_text=_(
            "Usually in a year. Choose a sooner date if the guidelines are about to change. The owner is reminded."
        ),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=AdminAutoHeightTextInput,
        help_text=_(
            "For your colleagues: what you checked it against, and what to look at next time. Patients don’t see it."
        ),
    )
    read = forms.BooleanField(
        label=_("I have read the whole page as patients see it now, and I vouch for what it says.")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def first_values(cls, *, seen: int | None) -> dict[str, Any]:
        """Return what the form starts with: read today, due in a year, the live version."""
        today = timezone.localdate()
        return {"reviewed_on": today, "next_review_due": years_after(today, 1), "seen": seen}
