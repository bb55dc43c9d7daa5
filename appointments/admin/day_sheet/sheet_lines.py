"""The sheets of a day, one for each clinic or physician, and their lines."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.visit_buttons import VisitButton
from appointments.answer_words import phone_in_words
from appointments.models import Appointment, Need
from appointments.models.details import YesNo

ButtonsOf = Callable[[Appointment], list[VisitButton]]


@dataclasses.dataclass(frozen=True)
class SheetLine:
    """One visit as the sheet shows it."""

    visit: Appointment
    buttons: list[VisitButton]

    @property
    def clock(self) -> str:
        """Return when it begins, on the clock of its place."""
        return date_format(self.visit.local_start, "g:i a")

    @property
    def phone(self) -> str:
        """Return the patient's number."""
        return phone_in_words(self.visit.request.phone)

    @property
    def needs(self) -> list[Any]:
        """Return the patient's language and what they need at the visit."""
        record = self.visit.request
        return [*filter(None, [record.get_language_display()]), *(Need(need).label for need in record.needs)]

    @property
    def seen_before(self) -> str:
        """Return whether the patient is new here, as far as they said."""
        return {YesNo.YES.value: _("returning"), YesNo.NO.value: _("new")}.get(self.visit.request.seen_before, "")


@dataclasses.dataclass(frozen=True)
class Sheet:
    """The visits of one clinic, of all virtual ones, or of one physician."""

    heading: str
    lines: list[SheetLine]


def sheets_of(visits: Iterable[Appointment], *, by_physician: bool, buttons_of: ButtonsOf) -> list[Sheet]:
    """Return a sheet for each physician, or for each clinic, with the virtual visits on one that comes last."""
    sheets: dict[Any, Sheet] = {}
    for visit in sorted(visits, key=_physician if by_physician else _place):
        whose = visit.physician_id if by_physician else visit.location_id
        place = visit.location.name if visit.location else _("Video visits")
        sheet = sheets.setdefault(whose, Sheet(visit.physician.display_name if by_physician else place, []))
        sheet.lines.append(SheetLine(visit, buttons_of(visit)))
    return list(sheets.values())


def _physician(visit: Appointment) -> tuple[Any, ...]:
    return visit.physician.family_name, visit.physician.given_name, visit.physician_id, visit.start


def _place(visit: Appointment) -> tuple[Any, ...]:
    clinic = visit.location
    return clinic is None, clinic.name if clinic else "", visit.location_id, visit.start
