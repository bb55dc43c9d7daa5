"""The times that are chosen to be offered or booked: ticked in the panel of free times, or written beside it."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, day_input, time_input
from appointments.admin.select_options import VIRTUAL, Directory
from appointments.calendar.time_zones import exists, happens_twice, moment
from appointments.request_form.fields import PlainTextField
from appointments.services.visits.free_time_value import wanted_from
from appointments.services.visits.offers import MOST_TIMES
from appointments.services.visits.reservations import LONGEST, SHORTEST, TIME_HAS_PASSED, TOO_FAR_AHEAD, Wanted

from .action import ActionForm

NOT_IN_THE_LIST = _("Choose from the list of free times.")
BEFORE_REVIEW = _("A nurse is still reviewing this request. Wait for the result, or tick the box to go ahead.")
ANOTHER = ("another_physician", "another_place", "another_date", "another_time", "another_minutes")


def last_day_to_book() -> datetime.date:
    """Return the last day on which a visit can be."""
    return timezone.localdate() + datetime.timedelta(days=settings.APPOINTMENTS_LATEST_BOOKING_DAYS)


def _chosen(ticked: list[str], suggested: str) -> list[str]:
    """Return what was ticked, or what the button suggests instead."""
    return list(dict.fromkeys(suggested.split(",") if suggested else ticked))


class FreeTimesField(forms.MultipleChoiceField):
    """Ticked free times; the service decides whether each is still free."""

    def valid_value(self, value: Any) -> bool:
        """Return True if the value has the shape of a free time."""
        return wanted_from(value) is not None


class TimesForm(ActionForm):
    """Ticked free times, another time beside them, and a reason for a time that is off the rules."""

    most = MOST_TIMES
    nothing_chosen = _("Tick one to three times, or enter another time.")
    too_many = _("Choose at most three times.")

    times = FreeTimesField(
        required=False,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), NOT_IN_THE_LIST),
    )
    # What one button offers without a tick; several values as one.
    suggested = forms.CharField(required=False, max_length=200)
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
            ("invalid", "min_value", "max_value"), _("A visit takes 5 to 480 minutes. Enter a whole number.")
        ),
    )
    off_rules_reason = PlainTextField(
        label=_("Reason, if a time is off the rules"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    before_review = forms.BooleanField(label=_("Go ahead before the nurse has finished"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = Directory.load()
        self.fields["another_physician"].choices = self.directory.physician_choices(_now("Choose a physician"))  # type: ignore[attr-defined]
        self.fields["another_place"].choices = self.directory.place_choices(_now("Choose a place"))  # type: ignore[attr-defined]
        for name in ("another_physician", "another_place"):
            self.fields[name].error_messages["invalid_choice"] = _("Choose from the list.")
        if self.state and self.state.request.physician_id:
            self.initial = {"another_physician": self.state.request.physician_id}

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
        if another := self._another(values):
            wanted.append(another)
        if self.state and self.state.needs_nurse and not values.get("before_review"):
            self.add_error("before_review", BEFORE_REVIEW)
        if not self.errors:
            if not wanted:
                self.add_error("times", self.nothing_chosen)
            elif len(wanted) > self.most:
                self.add_error("times", self.too_many)
        return values | {"wanted": wanted}

    def _another(self, values: dict[str, Any]) -> Wanted | None:
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
