"""The calendar with a request that gets one of its free times: offered, booked, or its visit moved there."""

import dataclasses

from django.contrib.auth.models import AbstractUser
from django.http import Http404
from django.utils.translation import gettext as _

from appointments.admin.load_state import load_state
from appointments.admin.request_page.action_registry import ACTIONS
from appointments.admin.request_state import RequestState
from appointments.admin.row_keys import is_a_key
from appointments.admin.select_options import Directory
from appointments.models import AppointmentRequest
from appointments.models.request import plain_reference
from appointments.services.visits.free_time_value import wanted_from
from appointments.services.visits.offers import MOST_TIMES

from .calendar_address import CalendarAddress
from .free_time_words import TimeInWords, in_words


@dataclasses.dataclass(frozen=True, kw_only=True)
class ChosenTime:
    """A time that will be offered, with the address of the calendar without it."""

    value: str
    words: TimeInWords
    without: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Placing:
    """A request in search of a time. `chosen` are the times that will be offered together."""

    state: RequestState
    chosen: list[ChosenTime]
    stop: str

    @property
    def request(self) -> AppointmentRequest:
        """Return the request."""
        return self.state.request

    @property
    def is_moving(self) -> bool:
        """Return True if a visit is booked, which a booking would move."""
        return self.state.visit is not None

    @property
    def wishes(self) -> str:
        """Return the half days that the patient asked for: “Tue, Dec. 1, morning; Wed, Dec. 2, morning”."""
        return "; ".join(map(str, self.request.preferred_times.all()))

    @property
    def may_offer(self) -> bool:
        """Return True if times can be offered to the patient now."""
        return ACTIONS["offer"].is_allowed(self.state)

    @property
    def may_choose_more(self) -> bool:
        """Return True if another time fits into the offer, besides the one that is looked at."""
        return self.may_offer and len(self.chosen) + 1 < MOST_TIMES


def placing_of(
    asked: CalendarAddress, directory: Directory, staff: AbstractUser
) -> tuple[Placing | None, CalendarAddress]:
    """Return the request that the address names, and the address; without the request, but with why, if it can't be.

    The address comes back with the request's key in place of what was typed.
    """
    if not asked.request:
        return None, dataclasses.replace(asked, chosen=())
    state = _state_of(asked.request, staff, directory)
    problem = _("There's no request with this reference.") if state is None else _why_not(state)
    if state is None or problem:
        return None, dataclasses.replace(asked, request="", chosen=(), problems=(*asked.problems, problem))
    asked = dataclasses.replace(asked, request=str(state.request.pk))
    chosen = [
        ChosenTime(
            value=value,
            words=in_words(wanted, directory),
            without=asked.address(chosen=tuple(other for other in asked.chosen if other != value)),
        )
        for value in asked.chosen
        if (wanted := wanted_from(value))
    ]
    return Placing(state=state, chosen=chosen, stop=asked.address(request="", chosen=())), asked


def _state_of(typed: str, staff: AbstractUser, directory: Directory) -> RequestState | None:
    key: int | None = int(typed) if is_a_key(typed) else None
    if key is None:
        key = AppointmentRequest.objects.filter(reference=plain_reference(typed)).values_list("pk", flat=True).first()
    try:
        return load_state(key, staff, directory) if key is not None else None
    except Http404:
        return None


def _why_not(state: RequestState) -> str:
    """Return why no time can be given to a request, or nothing."""
    if state.is_closed:
        return _("Request %(reference)s is closed. Reopen it first.") % {"reference": state.request.spoken_reference}
    if state.has_arrived:
        return _("The patient of request %(reference)s is checked in, so the visit can't be moved.") % {
            "reference": state.request.spoken_reference
        }
    return ""
