"""The free times of a request: what is looked for, and what is found."""

import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.request_state import RequestState
from appointments.admin.select_options import VIRTUAL, Directory
from appointments.calendar.free_times import FreeTime
from appointments.calendar.matching_times import free_times_for
from appointments.models import PreferredTime, Priority, SpokenLanguage, VisitType

from .free_times_filter import FilterForm
from .panel_rows import SameLanguage

WINDOW = datetime.timedelta(days=13)


class FreeTimesSearch:
    """Two weeks of free times for one request, as the address narrows them."""

    def __init__(
        self, state: RequestState, wishes: list[PreferredTime], directory: Directory, asked: QueryDict
    ) -> None:
        self.request, self.visit, self.wishes, self.directory = state.request, state.visit, wishes, directory
        self.filter_form = FilterForm(
            asked if FilterForm.base_fields.keys() & asked.keys() else None, directory=directory
        )
        self.filter_form.is_valid()  # what is wrong says so at its field; the rest counts
        self.filters: dict[str, Any] = getattr(self.filter_form, "cleaned_data", {})
        self.first = self.filters.get("since") or self._first_day()
        self.last = self.first + WINDOW

    def _first_day(self) -> datetime.date:
        """Return the first day to look at: the first preferred day; today if it is pressing or has none."""
        today = timezone.localdate()
        if self.is_pressing or not self.wishes:
            return today
        return max(today, min(wish.date for wish in self.wishes))

    @property
    def is_pressing(self) -> bool:
        """Return True if the soonest times count more than the patient's wishes."""
        return self.request.priority == Priority.URGENT or self.request.see_by is not None

    @cached_property
    def _narrowed(self) -> dict[str, Any]:
        physician, place = self.filters.get("physician"), self.filters.get("place")
        narrowed: dict[str, Any] = {"language": self.filters.get("language", "")}
        if physician:
            narrowed["physician"] = self.directory.physicians[int(physician)]
        if place == VIRTUAL:
            narrowed["virtual"] = True
        elif place:
            narrowed |= {"virtual": False, "location": self.directory.locations[int(place)]}
        return narrowed

    @cached_property
    def found(self) -> list[FreeTime]:
        """Return the times of the two weeks and of all preferred days, soonest first."""
        wished = {wish.date for wish in self.wishes if wish.date >= timezone.localdate()}
        return free_times_for(self.request, first=self.first, last=self.last, also=wished, **self._narrowed)

    @property
    def why_none(self) -> str:
        """Return why there are no times at all, in a sentence, or nothing."""
        if self.found:
            return ""
        named = self.request.physician
        physician = self._narrowed.get("physician", named if named and named.live else None)
        if physician is None:
            return _(
                "No matching physician has a free time in these two weeks. Choose another place or a physician above."
            )
        virtual = self._narrowed.get("virtual", self.request.visit_type == VisitType.VIRTUAL)
        return physician.why_not(virtual=virtual, state=self.request.patient_state) or ""

    @property
    def query(self) -> str:
        """Return the filters as the end of an address."""
        return query_of(self._chosen)

    def query_from(self, day: datetime.date) -> str:
        """Return the filters as the end of an address, from a later day on."""
        return query_of(self._chosen | {"since": day})

    @property
    def in_patients_language(self) -> SameLanguage | None:
        """Return the way to doctors who speak the patient's language, unless that's English or chosen already."""
        code = self.request.language
        language = self.directory.languages.get(code)
        if language is None or code in (SpokenLanguage.EN, self.filters.get("language")):
            return None
        return SameLanguage(address=query_of(self._chosen | {"language": code}), name=language.name)

    @property
    def _chosen(self) -> dict[str, Any]:
        return {name: value for name, value in self.filters.items() if value}


def query_of(parameters: dict[str, Any]) -> str:
    """Return parameters as the end of an address, with its question mark."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in parameters.items()})
    return f"?{query.urlencode()}" if query else ""
