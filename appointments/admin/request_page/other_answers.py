"""The answers that the page's templates don't show by name, so that a new question reaches the desk by itself."""

import dataclasses

from appointments.answer_words import Row
from appointments.answers import RequestAnswers
from appointments.models import AppointmentRequest

SHOWN_BY_NAME = {
    *("urgent_symptoms", "caregiver_name", "caregiver_relationship", "caregiver_phone", "caregiver_consent"),
    *("condition", "reason", "seen_before", "scans", "biopsy"),
    *("referred", "referrer_name", "referrer_practice", "referrer_phone"),
    *("visit_type", "patient_state", "locations", "physician", "times"),
    *("legal_name", "preferred_name", "date_of_birth", "postal_code", "insurance_carrier"),
    *("phone", "email", "reach_by", "may_leave_message"),
    *("language", "needs", "needs_note"),
}


def other_answers(request: AppointmentRequest) -> list[Row]:
    """Return what was answered to the other questions; without such questions no query is made."""
    others = [field for field in dataclasses.fields(RequestAnswers) if field.name not in SHOWN_BY_NAME]
    if not others:
        return []
    answers = RequestAnswers.of(request)
    rows = (row for field in others for row in field.metadata["rows_of"](field.name)(answers))
    return [row for row in rows if row.answer]
