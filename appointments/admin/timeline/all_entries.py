"""All entries of one request."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.models import (
    AppointmentChange,
    AppointmentRequest,
    ContactAttempt,
    ContactOutcome,
    Message,
    StatusChange,
)
from appointments.workflow import Status

from .answer_entries import of_answers
from .entry import Entry, name_of
from .request_history import RequestHistory, history_of
from .status_entries import of_move
from .visit_entries import of_visits

Kind = AppointmentChange.Kind
# An entry about times or a visit also tells where the request went.
TOLD_BY: dict[str, tuple[str, ...]] = {
    Status.OFFERED: (Kind.OFFERED,),
    Status.BOOKED: (Kind.ACCEPTED, Kind.BOOKED, Kind.MOVED),
    Status.IN_REVIEW: (Kind.OFFERED, Kind.REFUSED, Kind.LAPSED, Kind.WITHDRAWN, Kind.CANCELLED),
}


def timeline_of(request: AppointmentRequest, history: RequestHistory | None = None) -> list[Entry]:
    """Return the entries, newest first, of a history that may have been read already."""
    its = history or history_of(request)
    entries = [
        *(of_move(request, move) for move in its.moves if not _is_told(move, its.visits, its.messages)),
        *of_answers(its.answers),
        *(_attempt(attempt) for attempt in its.attempts),
        *(_message(message) for message in its.messages),
        *of_visits(its.visits),
        *(Entry(note.at, str(note.author), _("wrote a note"), note.text) for note in its.notes),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _is_told(move: StatusChange, visits: Sequence[AppointmentChange], messages: Sequence[Message]) -> bool:
    """Return True if another entry of the same operation (times, a visit, a question) tells what moved the request."""
    if move.from_status in ("", Status.SUBMITTED, Status.CLOSED):
        return False
    kinds = TOLD_BY.get(move.to_status, ())
    told_in = {change.operation for change in visits if change.kind in kinds}
    if Status.WAITING_ON_PATIENT in (move.from_status, move.to_status):
        told_in |= {message.operation for message in messages}
    return move.operation in told_in


def _attempt(attempt: ContactAttempt) -> Entry:
    words = {"channel": attempt.get_channel_display().lower(), "outcome": attempt.get_outcome_display().lower()}
    if attempt.outcome == ContactOutcome.REACHED:
        what = _("reached the patient (%(channel)s)") % words
    else:
        what = _("tried to reach the patient (%(channel)s): %(outcome)s") % words
    if attempt.next_on:
        what = _("%(what)s. Next try on %(day)s") % {"what": what, "day": date_format(attempt.next_on, "l, F j")}
    return Entry(attempt.at, str(attempt.author), what, attempt.text)


def _message(message: Message) -> Entry:
    what = _("asked the patient") if message.author_id else _("wrote to us")
    return Entry(message.at, name_of(message.author), what, message.text)
