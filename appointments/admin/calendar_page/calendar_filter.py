"""The form above the calendar: a day, a clinic, a physician."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, DeskForm, day_input
from appointments.admin.select_options import Directory

from .calendar_address import CalendarAddress


class CalendarFilter(DeskForm):
    """Shows what is asked for; the address is read elsewhere."""

    date = DeskDateField(label=_("Day"), widget=day_input())
    clinic = forms.ChoiceField(label=_("Clinic"))
    physician = forms.ChoiceField(label=_("Physician"))

    def __init__(self, *, asked: CalendarAddress, directory: Directory, **kwargs: Any) -> None:
        initial = {
            "date": asked.day,
            "clinic": asked.place_value,
            "physician": str(asked.physician.pk) if asked.physician else "",
        }
        super().__init__(initial=initial, auto_id="calendar_%s", **kwargs)
        everyone = directory.physician_choices(_now("All physicians"))
        if asked.physician and asked.physician.pk not in directory.physicians:
            everyone.append((str(asked.physician.pk), asked.physician.display_name))
        self.fields["physician"].choices = everyone  # type: ignore[attr-defined]
        self.fields["clinic"].choices = directory.place_choices(_now("All clinics"))  # type: ignore[attr-defined]
