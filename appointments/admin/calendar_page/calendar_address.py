"""What the address of the calendar asks for. What can't be understood says so, and the nearest calendar is shown."""

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.desk_form import DeskDateField
from appointments.admin.filters import ClinicFilter, PhysicianFilter
from appointments.admin.row_keys import is_a_key
from appointments.admin.select_options import Directory
from appointments.calendar.booking_window import last_day_to_book
from appointments.services.visits.free_time_value import wanted_from
from appointments.services.visits.offers import MOST_TIMES
from physicians.models import Location, Physician

WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
DAYS_BACK = datetime.timedelta(days=2 * 365)
VIRTUAL = ClinicFilter.VIRTUAL
SPANS = ("day", "week")


@dataclasses.dataclass(frozen=True, kw_only=True)
class CalendarAddress:
    """What is asked for. `place` is a clinic, VIRTUAL, or None for everywhere; `chosen` are times to be offered."""

    day: datetime.date
    span: str = "day"
    place: Location | str | None = None
    physician: Physician | None = None
    request: str = ""  # a key or a reference, as it was typed
    chosen: tuple[str, ...] = ()
    as_list: bool = False
    problems: tuple[str, ...] = ()

    @property
    def first(self) -> datetime.date:
        """Return the first day that is shown."""
        return self.day if self.span == "day" else self.day - self.day.weekday() * DAY

    @property
    def last(self) -> datetime.date:
        """Return the last day that is shown."""
        return self.first if self.span == "day" else self.first + 6 * DAY

    @property
    def clinic(self) -> Location | None:
        """Return the clinic, if one is asked for."""
        return self.place if isinstance(self.place, Location) else None

    @property
    def place_value(self) -> str:
        """Return the place as the address has it."""
        return str(self.clinic.pk) if self.clinic else str(self.place or "")

    def address(self, **changes: Any) -> str:
        """Return the address of the calendar that shows the same but for the changes."""
        return reverse("admin:appointments_calendar") + self.query(**changes)

    def query(self, **changes: Any) -> str:
        """Return the end of an address that asks for the same but for the changes, with its question mark."""
        asked = dataclasses.replace(self, **changes)
        query = QueryDict(mutable=True)
        query["date"], query["span"] = asked.day.isoformat(), asked.span
        for name, value in (
            (ClinicFilter.parameter_name, asked.place_value),
            (PhysicianFilter.parameter_name, str(asked.physician.pk) if asked.physician else ""),
            ("request", asked.request),
            ("view", "list" if asked.as_list else ""),
        ):
            if value:
                query[name] = value
        query.setlist("chosen", list(asked.chosen))
        return f"?{query.urlencode()}"


def read_address(asked: QueryDict, directory: Directory) -> CalendarAddress:
    """Return what an address asks for, with a sentence for each part that can't be had."""
    problems: list[str] = []
    span = asked.get("span") or "day"
    if span not in SPANS:
        problems.append(_("The calendar shows a day or a week. This is the day."))
        span = "day"
    chosen = [value for value in dict.fromkeys(asked.getlist("chosen")) if wanted_from(value)]
    return CalendarAddress(
        day=_day(asked.get("date", ""), problems),
        span=span,
        place=_place(asked.get(ClinicFilter.parameter_name, ""), directory, problems),
        physician=_physician(asked.get(PhysicianFilter.parameter_name, ""), directory, problems),
        request=asked.get("request", "")[:20],
        chosen=tuple(chosen[:MOST_TIMES]),
        as_list=asked.get("view") == "list",
        problems=tuple(problems),
    )


def _day(typed: str, problems: list[str]) -> datetime.date:
    today = timezone.localdate()
    if not typed:
        return today
    try:
        day: datetime.date = DeskDateField().clean(typed[:40])
    except forms.ValidationError:
        problems.append(_("Enter the day as month/day/year, for example 12/31/2026. This is today."))
        return today
    if day > last_day_to_book():
        problems.append(_("The calendar goes a year ahead. This is its last day."))
        return last_day_to_book()
    if day < today - DAYS_BACK:
        problems.append(_("The calendar goes back two years. This is its first day."))
        return today - DAYS_BACK
    return day


def _place(value: str, directory: Directory, problems: list[str]) -> Location | str | None:
    if value in ("", ClinicFilter.ANY_CLINIC):
        return None
    if value == VIRTUAL:
        return VIRTUAL
    found = _row(value, directory.locations)
    if found is None:
        problems.append(_("This clinic isn't in the directory. These are all clinics."))
    return found


def _physician(value: str, directory: Directory, problems: list[str]) -> Physician | None:
    if not value:
        return None
    found = _row(value, directory.physicians)
    if found is None and is_a_key(value):  # one who has left may still have visits
        found = Physician.objects.filter(pk=int(value)).first()
    if found is None:
        problems.append(_("This physician isn't in the directory. These are all physicians."))
    return found


def _row(value: str, rows: Mapping[int, Any]) -> Any:
    return rows.get(int(value)) if is_a_key(value) else None
