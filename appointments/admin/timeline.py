"""What happened to a request, as sentences in the order of time."""

import dataclasses
import datetime

from django.utils.translation import gettext as _

from appointments.models import AppointmentRequest, StatusChange
from appointments.workflow import Status


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line: when, who (empty for the patient), what, and the words that somebody added."""

    at: datetime.datetime
    who: str
    what: str
    words: str = ""


def _sentence(change: StatusChange) -> str:
    if not change.from_status:
        return _("sent the request through the web site")
    if change.to_status == Status.CLOSED:
        return _("closed the request: %(reason)s") % {"reason": change.get_closed_reason_display()}
    if change.from_status == Status.CLOSED:
        return _("reopened the request")
    return _("moved it from “%(was)s” to “%(now)s”") % {
        "was": change.get_from_status_display(),
        "now": change.get_to_status_display(),
    }


def timeline_of(request: AppointmentRequest) -> list[Entry]:
    """Return the entries, newest first, in two queries."""
    changes = request.status_changes.select_related("actor")
    notes = request.notes.select_related("author")
    entries = [
        Entry(change.at, str(change.actor) if change.actor else _("The patient"), _sentence(change), change.reason)
        for change in changes
    ] + [Entry(note.at, str(note.author), _("wrote a note"), note.text) for note in notes]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
