"""The free times for a request: first in the preferred half days, then others that fit."""

import datetime
import itertools
from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.request_state import RequestState
from appointments.admin.select_options import VIRTUAL
from appointments.answers import RANKS
from appointments.calendar.free_times import FreeTime
from appointments.calendar.matching_times import free_times_for
from appointments.models import HalfDay, PreferredTime, Priority, VisitType
from appointments.services.visits.free_time_value import value_of, wanted_from
from appointments.services.visits.reservations import Wanted

from .free_time_choice import spread, suggested
from .free_times_filter import FilterForm
from .panel_rows import Choice, Group, Panel
from .times_form import TimesForm

WINDOW = datetime.timedelta(days=13)
NOON = 12
MOST_OF_A_WISH = 9
MOST_OF_A_DAY = 6
MOST_DAYS = 4


class PanelMaker:
    """Finds the times for one request and what was filtered for."""

    def __init__(self, state: RequestState, wishes: list[PreferredTime], form: TimesForm, asked: QueryDict) -> None:
        self.request, self.wishes, self.directory = state.request, wishes, form.directory
        self.visit = state.visit
        self.ticked = form.ticked
        self.filter_form = FilterForm(
            asked if FilterForm.base_fields.keys() & asked.keys() else None, directory=form.directory
        )
        self.filter_form.is_valid()  # what is wrong says so at its field; the rest counts
        self.filters: dict[str, Any] = getattr(self.filter_form, "cleaned_data", {})
        self.first = self.filters.get("since") or self._first_day()
        self.last = self.first + WINDOW

    def _first_day(self) -> datetime.date:
        """Return the first day to look at: the first preferred day; today if it is pressing or has none."""
        today = timezone.localdate()
        if self._is_pressing or not self.wishes:
            return today
        return max(today, min(wish.date for wish in self.wishes))

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

    def make(self) -> Panel:
        """Return the panel."""
        narrowed = self._narrowed()
        found = free_times_for(self.request, first=self.first, last=self.last, **narrowed)
        for day in {wish.date for wish in self.wishes}:
            if not self.first <= day <= self.last and day >= timezone.localdate():
                found += free_times_for(self.request, first=day, last=day, **narrowed)
        of_wishes = [_within(wish, found) for wish in self.wishes]
        wished = [
            self._group(f"{RANKS[wish.rank]}: {wish}", times, most=MOST_OF_A_WISH, wished=True)
            for wish, times in zip(self.wishes, of_wishes, strict=True)
        ]
        shown = {choice.value for group in wished for choice in group.choices}
        by_day = self._by_day([time for time in found if value_of(time) not in shown])
        others = [self._group(date_format(day, "l, F j"), times, most=MOST_OF_A_DAY) for day, times in by_day.items()]
        offered = suggested(of_wishes, list(by_day.values()), soonest=self._is_pressing)
        kept = self._kept(shown | {choice.value for group in others for choice in group.choices})
        asked = {name: value for name, value in self.filters.items() if value}
        return Panel(
            groups=[*kept, *wished, *others],
            filter_form=self.filter_form,
            first=self.first,
            last=self.last,
            filters=_query(asked),
            later=_query(asked | {"since": self._next_day(found, others)}),
            calendar=self._calendar(),
            why_none="" if found else self._why_none(narrowed),
            suggested=[self._choice(time) for time in offered],
            too_late=self._too_late(offered),
            is_asked_for=self.filter_form.is_bound,
        )

    def _calendar(self) -> str:
        """Return the address of the calendar: the week of the visit that may move, or what is looked at here."""
        asked: dict[str, Any] = {"date": self.first.isoformat(), "request": self.request.pk}
        if self.visit and not self.filter_form.is_bound:
            asked["date"], asked["physician"] = self.visit.local_start.date().isoformat(), self.visit.physician_id
        else:
            named, clinics = self.request.physician, list(self.request.preferred_locations.all())
            asked["physician"] = self.filters.get("physician") or (named.pk if named and named.live else "")
            wish = (
                VIRTUAL if self.request.visit_type == VisitType.VIRTUAL else clinics[0].pk if len(clinics) == 1 else ""
            )
            asked["clinic"] = self.filters.get("place") or wish
        asked["span"] = "week" if asked["physician"] else "day"
        return reverse("admin:appointments_calendar") + _query({name: value for name, value in asked.items() if value})

    @property
    def _is_pressing(self) -> bool:
        """Return True if the soonest times count more than the patient's wishes."""
        return self.request.priority == Priority.URGENT or self.request.see_by is not None

    def _too_late(self, offered: list[FreeTime]) -> str:
        """Return a sentence if the soonest time is later than the nurse allows, or nothing."""
        see_by = self.request.see_by
        if see_by is None or (offered and offered[0].local_start.date() <= see_by):
            return ""
        return _("No free time until %(day)s, the nurse's last day. Look at other doctors or places.") % {
            "day": date_format(see_by, "l, F j")
        }

    def _by_day(self, times: list[FreeTime]) -> dict[datetime.date, list[FreeTime]]:
        """Return the times of the first days on which there are any."""
        in_window = [time for time in times if self.first <= time.local_start.date() <= self.last]
        days = itertools.groupby(in_window, key=lambda time: time.local_start.date())
        return {day: list(group) for day, group in itertools.islice(days, MOST_DAYS)}

    def _next_day(self, found: list[FreeTime], others: list[Group]) -> datetime.date:
        """Return the first day that isn't shown."""
        days = sorted({time.local_start.date() for time in found if self.first <= time.local_start.date()})
        later = [day for day in days if day <= self.last][len(others) :]
        return later[0] if later else self.last + datetime.timedelta(days=1)

    def _group(self, heading: str, times: list[FreeTime], *, most: int, wished: bool = False) -> Group:
        choices = [self._choice(time) for time in spread(times, most)]
        return Group(heading, choices, more=max(0, len(times) - most), wished=wished)

    def _choice(self, time: FreeTime) -> Choice:
        value = value_of(time)
        return Choice(
            value=value,
            clock=date_format(time.local_start, "g:i a"),
            where=self._where(time),
            day=date_format(time.local_start, "D, N j"),
            ticked=value in self.ticked,
        )

    def _where(self, time: "FreeTime | Wanted") -> str:
        physician = self.directory.physicians.get(time.physician_id)
        location = self.directory.locations.get(time.location_id) if time.location_id else None
        place = location.name if location else _("virtual visit")
        return _("%(physician)s, %(place)s") % {
            "physician": physician.plain_name if physician else _("Unknown"),
            "place": place,
        }

    def _kept(self, shown: set[str]) -> list[Group]:
        """Return what was ticked and is no longer free: nothing chosen is lost."""
        lost = [(value, wanted) for value in self.ticked if value not in shown and (wanted := wanted_from(value))]
        if not lost:
            return []
        choices = [
            Choice(
                value=value,
                clock=date_format(timezone.localtime(wanted.start), "D, N j, g:i a"),
                where=self._where(wanted),
                ticked=True,
            )
            for value, wanted in lost
        ]
        return [Group(_("You chose"), choices)]

    def _why_none(self, narrowed: dict[str, Any]) -> str:
        """Return why there are no times at all, in a sentence, or nothing."""
        named = self.request.physician
        physician = narrowed.get("physician", named if named and named.live else None)
        if physician is None:
            return _(
                "No matching physician has a free time in these two weeks. Choose another place or a physician above."
            )
        virtual = narrowed.get("virtual", self.request.visit_type == VisitType.VIRTUAL)
        return physician.why_not(virtual=virtual, state=self.request.patient_state) or ""


def _within(wish: PreferredTime, times: Iterable[FreeTime]) -> list[FreeTime]:
    """Return the times in a preferred half day."""
    return [
        time
        for time in times
        if time.local_start.date() == wish.date and (time.local_start.hour < NOON) == (wish.half == HalfDay.MORNING)
    ]


def _query(parameters: dict[str, Any]) -> str:
    """Return parameters as the end of an address, with its question mark."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in parameters.items()})
    return f"?{query.urlencode()}" if query else ""


def panel_of(state: RequestState, wishes: list[PreferredTime], form: TimesForm, asked: QueryDict) -> Panel:
    """Return the free times for a request, as the address `asked` narrows them."""
    return PanelMaker(state, wishes, form, asked).make()
