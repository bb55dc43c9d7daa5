"""What the patient has said that staff have to act on: their latest words, and the times they have declined."""

import datetime
from typing import Any

from appointments.admin.timeline import RequestHistory
from appointments.models import AppointmentChange, ContactOutcome, Message
from appointments.workflow import Status

SETTLES = (Status.OFFERED, Status.BOOKED, Status.WAITLISTED, Status.CLOSED)


def words_to_act_on(history: RequestHistory) -> list[Message]:
    """Return what the patient has written since staff last gave or offered a time, or spoke with them.

    Another question isn't enough: it may be about something else.
    """
    acted: list[Any] = [move.at for move in history.moves if move.to_status in SETTLES]
    acted += [attempt.at for attempt in history.attempts if attempt.outcome == ContactOutcome.REACHED]
    since = max(acted, default=None)
    written = (message for message in history.messages if not message.author_id)
    return [message for message in written if since is None or message.at >= since]


def declined_starts(history: RequestHistory) -> set[datetime.datetime]:
    """Return when the times began that the patient has declined."""
    return {change.period.lower for change in history.visits if change.kind == AppointmentChange.Kind.REFUSED}
