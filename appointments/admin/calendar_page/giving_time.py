"""The ways to give a free time of the calendar to the request that was brought along."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.request_page.action_registry import ACTIONS
from appointments.admin.request_page.failed_action import Failure
from appointments.admin.request_page.how_told import how_told
from appointments.models import Source
from appointments.services.visits.free_time_value import value_of
from appointments.services.visits.reservations import Wanted

from .calendar_address import CalendarAddress
from .free_time_words import TimeInWords
from .placing_mode import Placing

GIVING = ("book", "offer")  # what can be done with a free time


def ways_to_give(
    placing: Placing, asked: CalendarAddress, wanted: Wanted, words: TimeInWords, failure: Failure | None
) -> dict[str, Any]:
    """Return what the template needs to book a time for a request, or to offer it."""
    state, value = placing.state, value_of(wanted)
    others = [each for each in placing.chosen if each.value != value]
    allowed = [ACTIONS[name] for name in GIVING if ACTIONS[name].is_allowed(state)]
    forms = {
        action.name: failure.form if failure and failure.action is action else action.form(state) for action in allowed
    }
    if failure is None and _has_walked_in(placing, words):
        for form in forms.values():
            form.initial["off_rules_reason"] = _("The patient is here.")
    return {
        "placing": placing,
        "appointment_request": state.request,
        "now": state.now,
        "state": state,
        "others_chosen": others,
        "all_chosen": [*(each.value for each in others), value],
        "forms": forms,
        "tells": {
            action.name: how_told(state, action.mail) for action in allowed if action.mail and action.tells(state)
        },
        "choose_more": asked.address(chosen=(*(each.value for each in others), value)),
        "preferred_times": state.request.preferred_times.all(),
        "preferred_locations": state.request.preferred_locations.all(),
    }


def _has_walked_in(placing: Placing, words: TimeInWords) -> bool:
    """Return True if someone who is here may be seen today: sooner than most doctors want, for a reason we know."""
    return placing.request.source == Source.WALK_IN and words.local.date() == timezone.localdate()
