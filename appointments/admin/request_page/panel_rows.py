"""What the panel of free times shows."""

import dataclasses
import datetime
import itertools

from django.utils.translation import gettext as _

from .free_times_filter import FilterForm


@dataclasses.dataclass(frozen=True)
class Choice:
    """One time to tick: its value, its clock time, the physician and the place."""

    value: str
    clock: str
    where: str
    day: str = ""
    ticked: bool = False

    @property
    def words(self) -> str:
        """Return all of it: “Mon, Dec. 7, 8:30 a.m., Ana Lopez, Cary clinic”."""
        return ", ".join(filter(None, (self.day, self.clock, self.where)))


@dataclasses.dataclass(frozen=True)
class Group:
    """Times under one heading; `more` of them aren't shown. `wished`: in a half day that the patient prefers."""

    heading: str
    choices: list[Choice]
    more: int = 0
    wished: bool = False


@dataclasses.dataclass(frozen=True)
class SameLanguage:
    """The patient's language, and the address of the free times of doctors who speak it."""

    address: str
    name: str


@dataclasses.dataclass(frozen=True)
class Panel:
    """All that the panel shows. `filters` is the part of the address that keeps the filter."""

    groups: list[Group]
    filter_form: FilterForm
    first: datetime.date
    last: datetime.date
    filters: str
    later: str
    calendar: str  # the address of the calendar, with the same physician, place and day
    why_none: str
    suggested: list[Choice]  # what one click offers
    never_imported: str  # whose calendar was never imported, if so
    too_late: str  # that the nurse's day can't be kept, if so
    is_asked_for: bool  # whether the address says what to look at
    speaking: SameLanguage | None

    @property
    def suggested_words(self) -> str:
        """Return what one click offers: “Mon, Dec. 7, 8:30 a.m., 9:00 a.m. with Ana Lopez, Cary clinic”."""
        parts = []
        for where, same in itertools.groupby(self.suggested, key=lambda choice: choice.where):
            days = itertools.groupby(same, key=lambda choice: choice.day)
            times = "; ".join(f"{day}, {', '.join(choice.clock for choice in choices)}" for day, choices in days)
            parts.append(_("%(times)s with %(where)s") % {"times": times, "where": where})
        return "; ".join(parts)
