"""Why a service refused, in a sentence for the person who asked."""

import datetime

from django.utils.translation import gettext as _


class Refused(Exception):
    """The rules don't allow it; `str()` is a translated sentence. Nothing was written."""


class IllegalMove(Refused):
    """The request can't go from its status to that one."""


class RequestIsClosed(IllegalMove):
    """Only an open request can be worked on."""

    def __init__(self) -> None:
        super().__init__(_("This request is closed. Reopen it first."))


class NoBookedVisit(IllegalMove):
    """Only a booked visit can be checked in, moved, kept or canceled."""

    def __init__(self) -> None:
        super().__init__(_("This request has no booked visit."))


class VisitNotBegun(IllegalMove):
    """A visit can't be over before it begins. `when` is its day and time in words."""

    def __init__(self, when: str) -> None:
        super().__init__(_("The visit has not begun yet (%(when)s).") % {"when": when})


class TooLateToChange(IllegalMove):
    """So close to the visit, the patient has to call."""

    def __init__(self) -> None:
        super().__init__(_("It's too late to change the visit online. Please call us."))


class StalePage(Refused):
    """The page is out of date: someone else has changed the request since it was opened."""


class AlreadyClaimed(Refused):
    """A colleague is working on the request."""


class TooManyAttempts(Refused):
    """A limit is used up."""

    def __init__(self, again_at: datetime.datetime) -> None:
        """Keep the time from which another attempt is allowed."""
        super().__init__(_("Too many attempts."))
        self.again_at = again_at


class BeingChanged(Refused):
    """Someone else is writing to the same rows, and a few seconds of waiting were not enough."""

    def __init__(self) -> None:
        super().__init__(_("Someone else is changing this right now. Try again."))


class TimeTaken(Refused):
    """The physician isn't free at that time."""


class OffRules(Refused):
    """The time is free, but outside the physician's schedule: staff need a reason to take it."""


class NotLicensed(Refused):
    """The physician isn't licensed to see a patient by video in the state where the patient will be."""


class OfferEnded(Refused):
    """The offered times are no longer held."""
