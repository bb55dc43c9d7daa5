"""What the calendar says of days on which clinics are closed, or one of them differs from the others."""

import dataclasses
import datetime
from collections.abc import Collection, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.models import Holiday

from .calendar_address import CalendarAddress


@dataclasses.dataclass(frozen=True)
class ClosedDays:
    """The names of the days on which what is asked for is closed, and a sentence for each day that differs."""

    names: dict[datetime.date, str]
    sentences: list[str]


def closed_days(days: Collection[datetime.date], calendar: ClinicCalendar, asked: CalendarAddress) -> ClosedDays:
    """Return the closed days among these, for the clinic that is asked for or for all of them."""
    own = {day for day, _clinic in calendar.own_days}.intersection(days)
    rows = list(Holiday.objects.filter(date__in=own).select_related("clinic")) if own else []
    here = asked.clinic.pk if asked.clinic else None
    # What is said of the clinic comes last, and counts.
    rows.sort(key=lambda row: (row.date, row.clinic_id is not None))
    named = {row.date: row.name for row in rows if row.clinic_id in (None, here)}
    names = {day: named.get(day) or calendar.public_name(day) for day in days if calendar.is_holiday(day, here)}
    return ClosedDays(names, list(_sentences(names, rows, calendar, asked)))


def _sentences(
    names: dict[datetime.date, str], rows: list[Holiday], calendar: ClinicCalendar, asked: CalendarAddress
) -> Iterator[str]:
    for day, name in names.items():
        is_the_clinics = asked.clinic and (day, asked.clinic.pk) in calendar.own_days
        yield _sentence(day, name, str(asked.clinic) if is_the_clinics else "")
    if asked.place is None:
        for row in rows:
            if row.clinic and row.clinics_open == (row.date in names):
                yield _sentence(row.date, row.name, row.clinic.name, is_open=row.clinics_open)


def _sentence(day: datetime.date, name: str, place: str, *, is_open: bool = False) -> str:
    words = {"day": date_format(day, "l, F j"), "name": name, "place": place}
    if is_open:
        return _("%(place)s is open on %(day)s: %(name)s.") % words
    if place:
        return _("%(place)s is closed on %(day)s: %(name)s.") % words
    return _("Clinics are closed on %(day)s: %(name)s.") % words
