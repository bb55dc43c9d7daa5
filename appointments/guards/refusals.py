"""Why a service refused, in a sentence for the person who asked."""

import datetime

from django.utils.translation import gettext as _


class Refused(Exception):
    """The rules don't allow it; `str()` is a translated sentence. Nothing was written."""


class IllegalMove(Refused):
    """The request can't go from its status to that one."""


class MovedMeanwhile(Refused):
    """The page is out of date: someone else has changed the request since it was opened."""


class AlreadyClaimed(Refused):
    """A colleague is working on the request."""


class TooMany(Refused):
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
