"""One line of the history."""

import dataclasses
import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

ONE_MOMENT = datetime.timedelta(seconds=1)  # rows written together may lie a little apart


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line: when, who, what, the words that somebody added, and the parts when it is several things at once.

    Nobody did what the clock did: then `who` is empty.
    """

    at: datetime.datetime
    who: str
    what: str
    words: str = ""
    parts: tuple[str, ...] = ()


def name_of(actor: Model | None, *, by_system: bool = False) -> str:
    """Return who did it: a member of staff, the patient, or nobody."""
    if by_system:
        return ""
    return str(actor) if actor else _("The patient")
