"""The panel of free times for a request: first in the preferred half days, then others that fit."""

import datetime
import itertools
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.never_imported import never_imported_words
from appointments.admin.request_state import RequestState
from appointments.answers import RANKS
from appointments.calendar.free_times import FreeTime
from appointments.calendar.hold_end import SHORTEST
from appointments.models import HalfDay, PreferredTime
from appointments.services.visits.free_time_value import value_of

from .free_time_choice import suggested
from .free_times_search import FreeTimesSearch
from .panel_choices import PanelChoices
from .panel_rows import Panel
from .patient_words import declined_starts
from .same_in_calendar import same_in_calendar
from .times_form import TimesForm

NOON = 12
MOST_OF_A_WISH = 9
MOST_OF_A_DAY = 6
MOST_DAYS = 4


def panel_of(state: RequestState, wishes: list[PreferredTime], form: TimesForm, asked: QueryDict) -> Panel:
    """Return the free times for a request, as the address `asked` narrows them."""
    search = FreeTimesSearch(state, wishes, form.directory, asked)
    choices = PanelChoices(form.directory, form.ticked)
    of_wishes = [_within(wish, search.found) for wish in wishes]
    wished = [
        choices.group(f"{RANKS[wish.rank]}: {wish}", times, most=MOST_OF_A_WISH, wished=True)
        for wish, times in zip(wishes, of_wishes, strict=True)
    ]
    shown = {choice.value for group in wished for choice in group.choices}
    by_day = _by_day(search, [time for time in search.found if value_of(time) not in shown])
    others = [choices.group(date_format(day, "l, F j"), times, most=MOST_OF_A_DAY) for day, times in by_day.items()]
    shown |= {choice.value for group in others for choice in group.choices}
    offered = suggested(
        [_to_suggest(times, state) for times in of_wishes],
        [_to_suggest(times, state) for times in by_day.values()],
        soonest=search.is_pressing,
    )
    groups, to_offer = [*choices.lost(shown), *wished, *others], [choices.choice(time) for time in offered]
    return Panel(
        groups=groups,
        filter_form=search.filter_form,
        first=search.first,
        last=search.last,
        filters=search.query,
        later=search.query_from(_next_day(search, len(others))),
        calendar=same_in_calendar(search),
        why_none=search.why_none,
        suggested=to_offer,
        never_imported=never_imported_words(form.directory, choices.physician_ids),
        too_late=_too_late(state.request.see_by, offered),
        is_asked_for=search.filter_form.is_bound,
        speaking=search.in_patients_language,
    )


def _within(wish: PreferredTime, times: Iterable[FreeTime]) -> list[FreeTime]:
    """Return the times in a preferred half day."""
    return [
        time
        for time in times
        if time.local_start.date() == wish.date and (time.local_start.hour < NOON) == (wish.half == HalfDay.MORNING)
    ]


def _to_suggest(times: Iterable[FreeTime], state: RequestState) -> list[FreeTime]:
    """Return the times that the patient hasn't declined and that can still be offered."""
    declined, first = declined_starts(state.history), state.now + SHORTEST
    return [time for time in times if time.start not in declined and time.start >= first]


def _by_day(search: FreeTimesSearch, times: list[FreeTime]) -> dict[datetime.date, list[FreeTime]]:
    """Return the times of the first days on which there are any."""
    in_window = [time for time in times if search.first <= time.local_start.date() <= search.last]
    days = itertools.groupby(in_window, key=lambda time: time.local_start.date())
    return {day: list(group) for day, group in itertools.islice(days, MOST_DAYS)}


def _next_day(search: FreeTimesSearch, days_shown: int) -> datetime.date:
    """Return the first day that isn't shown."""
    days = sorted({time.local_start.date() for time in search.found if search.first <= time.local_start.date()})
    later = [day for day in days if day <= search.last][days_shown:]
    return later[0] if later else search.last + datetime.timedelta(days=1)


def _too_late(see_by: datetime.date | None, offered: list[FreeTime]) -> str:
    """Return a sentence if the soonest time is later than the nurse allows, or nothing."""
    if see_by is None or (offered and offered[0].local_start.date() <= see_by):
        return ""
    return _("No free time until %(day)s, the nurse's last day. Look at other doctors or places.") % {
        "day": date_format(see_by, "l, F j")
    }
