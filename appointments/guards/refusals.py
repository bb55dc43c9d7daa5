"""Why a service said no, in a sentence for the person who asked."""

import datetime

from django.utils.translation import gettext as _


class Refused(Exception):
    """The rules do not allow it; `str()` is a translated sentence. Nothing was written."""


class IllegalMove(Refused):
    """The request cannot go from where it is to where it was sent."""


class MovedMeanwhile(Refused):
    """Somebody else changed the request since the page was opened."""


class AlreadyClaimed(Refused):
    """Somebody else works on the request."""


class TooMany(Refused):
    """A limit is used up."""

    def __init__(self, again_at: datetime.datetime) -> None:
        """Keep the moment from which it may be tried again."""
        super().__init__(_("Too many in a short time."))
        self.again_at = again_at


class BeingChanged(Refused):
    """Somebody else is writing to the same rows at this moment; nothing was waited for longer than a few seconds."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else is changing this at the moment. Try again."))


class TimeTaken(Refused):
    """The physician's time belongs to somebody else."""


class OffRules(Refused):
    """The time is free but not one that the rules offer: staff may take it with a reason."""


class NotLicensed(Refused):
    """The physician may not see a patient by video where the patient will be."""


class OfferEnded(Refused):
    """The offered times are no longer held."""
