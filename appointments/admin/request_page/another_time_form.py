"""A time that staff write themselves, beside the free times that are listed."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, day_input, time_input
from appointments.admin.select_options import VIRTUAL, Directory
from appointments.calendar.booking_window import last_day_to_book
from appointments.calendar.time_zones import exists, happens_twice, moment
from appointments.services.visits.reservations import (
    LONGEST,
    SHORTEST,
    TIME_HAS_PASSED,
    TOO_FAR_AHEAD,
    VISIT_LENGTH,
    Wanted,
)

from .action import ActionForm

ANOTHER = ("another_physician", "another_place", "another_date", "another_time", "another_minutes")


class AnotherTimeForm(ActionForm):
    """Physician, place, day, time and length of one visit."""

    another_physician = forms.ChoiceField(label=_("Physician"), required=False)
    another_place = forms.ChoiceField(label=_("Place"), required=False)
    another_date = DeskDateField(label=_("Day"), required=False, widget=day_input())
    another_time = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%I:%M %p", "%I %p", "%H:%M:%S"],
        widget=time_input(),
        error_messages={"invalid": _("Enter the time as 9:30 am or 14:30.")},
    )
    another_minutes = forms.IntegerField(
        label=_("Minutes (optional)"),
        required=False,
        min_value=SHORTEST,
        max_value=LONGEST,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), format_lazy("{} {}", VISIT_LENGTH, _("Enter a whole number."))
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = self.state.directory if self.state else Directory.load()
        self.fields["another_physician"].choices = self.directory.physician_choices(_now("Choose a physician"))  # type: ignore[attr-defined]
        self.fields["another_place"].choices = self.directory.place_choices(_now("Choose a place"))  # type: ignore[attr-defined]
        for name in ("another_physician", "another_place"):
            self.fields[name].error_messages["invalid_choice"] = _("Choose from the list.")
        if self.state and self.state.request.physician_id:
            self.initial = {"another_physician": self.state.request.physician_id}

    def written_time(self, values: dict[str, Any]) -> Wanted | None:
        """Return the time that was written, if any; the physician alone is filled in beforehand and asks nothing."""
        if not any(self.data.get(name) for name in ("another_date", "another_time")):
            return None
        for name, sentence in (
            ("another_physician", _("Choose a physician.")),
            ("another_place", _("Choose a place, or “Virtual visit”.")),
            ("another_date", _("Enter the day.")),
            ("another_time", _("Enter the time.")),
        ):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        if any(name in self.errors for name in ANOTHER):
            return None
        place, day, clock = values["another_place"], values["another_date"], values["another_time"]
        location = None if place == VIRTUAL else self.directory.locations[int(place)]
        zone = location.time_zone if location else settings.TIME_ZONE
        try:
            _check_clock(day, clock, zone)
        except ValidationError as error:
            is_of_the_clock = day == timezone.localdate() or error.code == "clock"
            self.add_error("another_time" if is_of_the_clock else "another_date", error)
            return None
        return Wanted(
            physician_id=int(values["another_physician"]),
            location_id=location.pk if location else None,
            start=moment(day, clock, zone),
            minutes=values["another_minutes"],
        )


def _check_clock(day: datetime.date, clock: datetime.time, zone: str) -> None:
    """Raise ValidationError for a time that no visit can have; its code is “clock” if the clocks change that night."""
    now = timezone.now()
    if day > last_day_to_book():
        raise ValidationError(TOO_FAR_AHEAD)
    if day < now.date() - datetime.timedelta(days=1):
        raise ValidationError(_now("This day has passed. Choose one in the future."))
    if not exists(day, clock, zone):
        raise ValidationError(
            _now("This time doesn't exist that night: the clocks go forward. Choose another."), code="clock"
        )
    if happens_twice(day, clock, zone):
        raise ValidationError(
            _now("This time happens twice that night: the clocks go back. Choose another."), code="clock"
        )
    if moment(day, clock, zone) <= now:
        raise ValidationError(TIME_HAS_PASSED)
