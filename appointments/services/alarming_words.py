"""A patient's own words that sound like an emergency raise the request."""

import re
from typing import Any

from appointments.calendar.promises import hasten
from appointments.models import AppointmentRequest, DangerInWords, NotedDanger, NurseReview, Priority
from physicians.danger import Danger, find_danger

WORSE = re.compile(r"\b(worse|worsen\w*|peor|empeor\w*)\b", re.IGNORECASE)
NOTHING = NotedDanger(emergency=False, crisis=False, spanish=False)


def raised_by(danger: Danger, before: NotedDanger = NOTHING) -> dict[str, Any]:
    """Return the column values of a request whose words have this danger; none without one.

    It is urgent, and a nurse looks at it first. What was noted `before` stays.
    """
    if not danger:
        return {}
    emergency, crisis = danger.emergency or before.emergency, danger.crisis or before.crisis
    one_side = DangerInWords.EMERGENCY if emergency else DangerInWords.CRISIS
    return {
        "danger_in_words": DangerInWords.BOTH if emergency and crisis else one_side,
        "danger_in_spanish": danger.spanish or before.spanish,
        "priority": Priority.URGENT,
        "nurse_review": NurseReview.NEEDED,
    }


def read_message(request: AppointmentRequest, text: str) -> None:
    """Raise a locked request if a message from its patient sounds like an emergency.

    A patient who says that it got worse may need to be seen sooner: a nurse decides.
    """
    raised = raised_by(find_danger(text), request.danger)
    if not raised and WORSE.search(text):
        raised = {"nurse_review": NurseReview.NEEDED}
    if raised:
        for name, value in raised.items():
            setattr(request, name, value)
        hasten(request)
        request.save(update_fields=[*raised, "answer_by"])
