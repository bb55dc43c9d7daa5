"""Words of a request that sound like an emergency, or like a spine in danger, raise it."""

import re
from typing import Any

from django.utils.translation import gettext as _

from appointments.calendar.promises import hasten
from appointments.models import AppointmentRequest, DangerInWords, NotedDanger, NurseReview, Priority
from appointments.models.request import LONGEST_NURSE_QUESTION
from physicians.danger import find_clinician_signs, find_danger

WORSE = re.compile(r"\b(worse|worsen\w*|peor|empeor\w*)\b", re.IGNORECASE)
NOTHING = NotedDanger(emergency=False, crisis=False, spanish=False)


def raised_by(text: str, request: AppointmentRequest | None = None) -> dict[str, Any]:
    """Return the column values of a request with these words; none if they are calm.

    What sounds like an emergency makes it urgent, and a nurse looks at it first. So does what clinicians write of a
    spine in danger, and then the nurse is asked about those words. What was noted on the `request` before stays, and
    so does the question of a review that waits.
    """
    danger, signs, before = find_danger(text), find_clinician_signs(text), request.danger if request else NOTHING
    if not danger and not signs:
        return {}
    raised: dict[str, Any] = {"priority": Priority.URGENT, "nurse_review": NurseReview.NEEDED}
    if danger:
        emergency, crisis = danger.emergency or before.emergency, danger.crisis or before.crisis
        one_side = DangerInWords.EMERGENCY if emergency else DangerInWords.CRISIS
        raised["danger_in_words"] = DangerInWords.BOTH if emergency and crisis else one_side
        raised["danger_in_spanish"] = danger.spanish or before.spanish
    is_asked = request is not None and request.nurse_review == NurseReview.NEEDED and bool(request.nurse_question)
    if signs and not is_asked:
        words = ", ".join(dict.fromkeys(f"“{sign.words}”" for sign in signs))
        question = _("%(words)s: are the spinal cord and nerves in danger?")
        raised["nurse_question"] = (question % {"words": words})[:LONGEST_NURSE_QUESTION]
    return raised


def read_message(request: AppointmentRequest, text: str) -> None:
    """Raise a locked request if a message from its patient sounds like an emergency.

    A patient who says that it got worse may need to be seen sooner: a nurse decides.
    """
    raised = raised_by(text, request)
    if not raised and WORSE.search(text):
        raised = {"nurse_review": NurseReview.NEEDED}
    if raised:
        for name, value in raised.items():
            setattr(request, name, value)
        hasten(request)
        request.save(update_fields=[*raised, "answer_by"])
