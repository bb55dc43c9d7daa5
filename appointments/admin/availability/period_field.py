"""A period that is entered as two days and two times on a place's clock."""

import datetime
import zoneinfo
from typing import Any

from django import forms
from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import day_input, time_input
from appointments.calendar.time_zones import exists, happens_twice, moment

YEARS_AHEAD = 5
FIRST_YEAR, LAST_YEAR = 2000, 2100  # of a rule: it may hold for long
MIDNIGHT = datetime.time()


class PeriodForm(forms.ModelForm):
    """Makes the instance's `period` of four fields. A subclass decides which times may be left out."""

    most_days = 31  # a longer one must be a typing mistake

    first_day = forms.DateField(label=_("First day"), widget=day_input())
    starts_at = forms.TimeField(label=_("From"), widget=time_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input(), required=False)
    ends_at = forms.TimeField(label=_("Until"), widget=time_input())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].help_text = gettext("Leave empty for a single day.")
        if self.instance.period:
            self.initial = {**self.initial, **self._as_typed(self.instance.period)}

    def zone(self) -> str:
        """Return the name of the zone whose clock the fields mean."""
        location = self.cleaned_data.get("location") if hasattr(self, "cleaned_data") else self.instance.location
        return location.time_zone if location else settings.TIME_ZONE

    def _as_typed(self, period: DateTimeTZRange) -> dict[str, Any]:
        zone = zoneinfo.ZoneInfo(self.zone())
        start, end = period.lower.astimezone(zone), period.upper.astimezone(zone)
        return {
            "first_day": start.date(),
            "starts_at": start.time(),
            "last_day": end.date() if end.date() != start.date() else None,
            "ends_at": end.time(),
        }

    def clean(self) -> dict[str, Any] | None:
        """Put the period together, or say what is wrong with it."""
        values = super().clean() or self.cleaned_data
        if not self.errors:
            self._set_period(values)
        return values

    def _set_period(self, values: dict[str, Any]) -> None:
        first_day = values["first_day"]
        last_day = values["last_day"] or first_day
        start = self._moment("first_day", first_day, "starts_at", values["starts_at"] or MIDNIGHT)
        if start is None:
            return
        if values["ends_at"] is None:  # to the end of that day
            end = self._moment("last_day", last_day, "ends_at", MIDNIGHT, days=1)
        else:
            end = self._moment("last_day", last_day, "ends_at", values["ends_at"])
        if end and end <= start:
            self.add_error("ends_at", gettext("It ends before it begins."))
        elif end and last_day - first_day >= datetime.timedelta(days=self.most_days):
            sentence = gettext("This is longer than %(number)d days. Check the last day.") % {"number": self.most_days}
            self.add_error("last_day", sentence)
        elif end:
            self.instance.period = DateTimeTZRange(start, end)

    def _moment(
        self, day_field: str, day: datetime.date, time_field: str, time: datetime.time, *, days: int = 0
    ) -> datetime.datetime | None:
        """Return a moment, or None after adding an error to the field."""
        this_year = timezone.localdate().year
        if not this_year - 1 <= day.year <= this_year + YEARS_AHEAD:
            self.add_error(day_field, gettext("Check the year."))
            return None
        day += datetime.timedelta(days=days)
        words = {"time": time_format(time, "g:i a"), "day": date_format(day, "F j, Y")}
        if not exists(day, time, self.zone()):
            self.add_error(
                time_field,
                gettext("The clocks go forward that night: %(time)s doesn't exist on %(day)s. Choose another time.")
                % words,
            )
            return None
        if happens_twice(day, time, self.zone()):
            self.add_error(
                time_field,
                gettext("The clocks go back that night: %(time)s happens twice on %(day)s. Choose another time.")
                % words,
            )
            return None
        return moment(day, time, self.zone())
