"""A patient's own words that sound like an emergency raise the request."""

from typing import Any

from appointments.models import AppointmentRequest, DangerInWords, NurseReview, Priority
from physicians.danger import Danger, find_danger


def raised_by(danger: Danger, before: str = "") -> dict[str, Any]:
    """Return the column values of a request whose words have this danger; none without one.

    It is urgent, and a nurse looks at it first. What was noted `before` stays.
    """
    if not danger:
        return {}
    sides = {DangerInWords.EMERGENCY: danger.emergency, DangerInWords.CRISIS: danger.crisis}
    noted = [side for side, found in sides.items() if found or before in (side, DangerInWords.BOTH)]
    return {
        "danger_in_words": DangerInWords.BOTH if len(noted) > 1 else noted[0],
        "priority": Priority.URGENT,
        "nurse_review": NurseReview.NEEDED,
    }


def read_message(request: AppointmentRequest, text: str) -> None:
    """Raise a locked request if a message from its patient sounds like an emergency."""
    if raised := raised_by(find_danger(text), request.danger_in_words):
        for name, value in raised.items():
            setattr(request, name, value)
        request.save(update_fields=[*raised])
