"""Other requests that may be by the same patient, as the page shows them."""

from typing import Any

from appointments.admin.request_state import RequestState
from appointments.answer_words import phone_in_words
from appointments.models import AppointmentRequest
from appointments.services.requests.duplicates import possible_duplicates
from appointments.workflow import Status

COMPARED = ("legal_name", "date_of_birth", "phone", "email")


def duplicates_of(state: RequestState) -> dict[str, list[dict[str, Any]]]:
    """Return other requests that may be by the same patient, with what matches: all, the open and the closed ones."""
    others = [] if state.is_closed else possible_duplicates(state.request)
    shown = [{"request": other, "facts": _compared(state.request, other)} for other in others]
    is_closed = [other.status == Status.CLOSED for other in others]
    return {
        "duplicates": shown,
        "open_duplicates": [one for one, closed in zip(shown, is_closed, strict=True) if not closed],
        "closed_duplicates": [one for one, closed in zip(shown, is_closed, strict=True) if closed],
    }


def _compared(request: AppointmentRequest, other: AppointmentRequest) -> list[dict[str, Any]]:
    shown = {
        "legal_name": other.legal_name,
        "date_of_birth": f"{other.date_of_birth:%m/%d/%Y}",
        "phone": phone_in_words(other.phone),
        "email": other.email,
    }
    return [
        {"value": shown[name], "same": _folded(getattr(request, name)) == _folded(getattr(other, name))}
        for name in COMPARED
        if shown[name]
    ]


def _folded(value: Any) -> str:
    return str(value).casefold()
