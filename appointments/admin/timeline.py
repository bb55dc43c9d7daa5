"""What happened to a request, as sentences in the order of time."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from appointments.models import AnswerChange, AppointmentRequest, StatusChange
from appointments.workflow import ClosedReason, Status

ONE_MOMENT = datetime.timedelta(seconds=1)  # rows written together may lie microseconds apart


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line: when, who, what, the words that somebody added, and the parts when it is several things at once."""

    at: datetime.datetime
    who: str
    what: str
    words: str = ""
    parts: tuple[str, ...] = ()


def _name(actor: Model | None) -> str:
    return str(actor) if actor else _("The patient")


def _move(change: StatusChange) -> str:
    by_patient = change.actor_id is None
    if not change.from_status:
        return _("sent the request through the web site")
    if change.to_status == Status.CLOSED:
        if by_patient and change.closed_reason == ClosedReason.CANCELLED_BY_PATIENT:
            return _("canceled the request")
        return _("closed the request: %(reason)s") % {"reason": change.get_closed_reason_display()}
    if change.from_status == Status.CLOSED:
        return _("took the cancellation back") if by_patient else _("reopened the request")
    return _("moved it from “%(was)s” to “%(now)s”") % {
        "was": change.get_from_status_display(),
        "now": change.get_to_status_display(),
    }


def _answer(change: AnswerChange) -> str:
    values = {"question": change.question, "before": change.before, "after": change.after}
    if not change.before:
        return _("added %(question)s: %(after)s") % values
    if not change.after:
        return _("removed %(question)s: %(before)s") % values
    return _("changed %(question)s: %(before)s → %(after)s") % values


def _together(changes: Iterable[AnswerChange]) -> list[list[AnswerChange]]:
    """Return the changes in groups: what one person changed in one moment."""
    groups: list[list[AnswerChange]] = []
    for change in changes:
        last = groups[-1][-1] if groups else None
        if last and last.actor_id == change.actor_id and change.at - last.at <= ONE_MOMENT:
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _changed(changes: list[AnswerChange]) -> Entry:
    first = changes[0]
    if len(changes) == 1:
        return Entry(first.at, _name(first.actor), _answer(first))
    what = _("changed %(number)d answers") % {"number": len(changes)}
    parts = tuple(capfirst(_answer(change)) for change in changes)
    return Entry(first.at, _name(first.actor), what, parts=parts)


def timeline_of(request: AppointmentRequest) -> list[Entry]:
    """Return the entries, newest first, in three queries."""
    moves = request.status_changes.select_related("actor")
    answers = request.answer_changes.select_related("actor").order_by("id")
    notes = request.notes.select_related("author")
    entries = [
        *(Entry(move.at, _name(move.actor), _move(move), move.reason) for move in moves),
        *(_changed(changes) for changes in _together(answers)),
        *(Entry(note.at, _name(note.author), _("wrote a note"), note.text) for note in notes),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
