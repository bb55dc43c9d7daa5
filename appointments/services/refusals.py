"""Why a service said no, in a sentence for the person who asked."""


class Refused(Exception):
    """The rules do not allow it; `str()` is a translated sentence. Nothing was written."""


class IllegalMove(Refused):
    """The request cannot go from where it is to where it was sent."""


class MovedMeanwhile(Refused):
    """Somebody else changed the request since the page was opened."""


class AlreadyClaimed(Refused):
    """Somebody else works on the request."""
