"""Which free times the panel shows: what staff filter by, from the address."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, DeskForm, day_input
from appointments.admin.select_options import Directory
from appointments.calendar.booking_window import last_day_to_book


class FilterForm(DeskForm):
    """A physician, a place, a language, and the first day to look at."""

    physician = forms.ChoiceField(label=_("Physician"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    language = forms.ChoiceField(label=_("Speaks"), required=False)
    since = DeskDateField(
        label=_("From"),
        required=False,
        widget=day_input(),
        earliest=timezone.localdate,
        latest=last_day_to_book,
        error_messages={"too_early": _("This day has passed."), "too_late": _("This is more than a year ahead.")},
    )

    def __init__(self, *args: Any, directory: Directory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        self.fields["physician"].choices = directory.physician_choices(_now("As requested"))  # type: ignore[attr-defined]
        self.fields["place"].choices = directory.place_choices(_now("As requested"))  # type: ignore[attr-defined]
        self.fields["language"].choices = directory.language_choices(_now("Any language"))  # type: ignore[attr-defined]
