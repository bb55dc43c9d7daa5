"""The latest attempt to reach the patient since they last wrote, for the colleague who opens the request next."""

import dataclasses

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.request_state import RequestState
from appointments.admin.year_of_dates import with_year
from appointments.models import ContactAttempt, ContactOutcome


@dataclasses.dataclass(frozen=True)
class LatestContact:
    """An attempt, as the top of the page says it."""

    attempt: ContactAttempt

    @property
    def is_reached(self) -> bool:
        """Return True if someone spoke with the patient."""
        return self.attempt.outcome == ContactOutcome.REACHED

    @property
    def words(self) -> str:
        """Return the attempt in a sentence: “Reached by Sam Scheduler at 2:41 a.m.”, and what was said."""
        at = timezone.localtime(self.attempt.at)
        if at.date() == timezone.localdate():
            when = _("at %(clock)s") % {"clock": date_format(at, "g:i a")}
        else:
            when = _("on %(day)s") % {"day": with_year(at, "D, N j, g:i a")}
        values = {"name": self.attempt.author, "when": when, "outcome": self.attempt.get_outcome_display().lower()}
        said = _("Reached by %(name)s %(when)s") if self.is_reached else _("%(name)s tried %(when)s (%(outcome)s)")
        return f"{said % values} “{self.attempt.text}”" if self.attempt.text else said % values


def latest_contact(state: RequestState) -> LatestContact | None:
    """Return the last time that someone spoke with the patient, or else the last attempt; None without one.

    An attempt before the patient's latest words doesn't count: they may say something new. What they answered in a
    call isn't later than the call.
    """
    its = state.history
    calls = {attempt.operation for attempt in its.attempts}
    words = [message.at for message in its.messages if not message.author_id and message.operation not in calls]
    changes = [change.at for change in its.answers if not change.actor_id]
    wrote = max([state.request.submitted_at, *words, *changes])
    since = [LatestContact(attempt) for attempt in its.attempts if attempt.at >= wrote]
    reached = [contact for contact in since if contact.is_reached]
    found = reached or since
    return found[-1] if found else None
