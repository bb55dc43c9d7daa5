"""The form with which staff upload a file of busy times."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.calendar.busy_times.busy_rows import MOST_BYTES


class BusyFileForm(forms.Form):
    """A file of busy times."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.ics"}),
        help_text=_("CSV with the columns npi, start, end and visit_number, or a calendar file (.ics); up to 5 MB."),
    )
    owner = forms.EmailField(
        label=_("Physician's e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"class": "vTextField", "autocomplete": "off"}),
        help_text=_("As the calendar has it. Then invitations that the physician declined are free."),
    )
    allow_fewer = forms.BooleanField(
        label=_("Replace anyway"),
        required=False,
        help_text=_("Check this if the file is meant to hold fewer than half of the upcoming busy times."),
    )

    def clean_file(self) -> Any:
        """Refuse a large file before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB. Split it."))
        return file
