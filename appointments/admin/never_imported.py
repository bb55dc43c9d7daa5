"""A free time is only as free as we know: the sentence about physicians whose calendar was never imported."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .select_options import Directory


def never_imported_words(directory: Directory, physician_ids: Iterable[int]) -> str:
    """Return whose calendar was never imported from the health record, each physician once; nothing if all were."""
    chosen = directory.never_imported.intersection(physician_ids)
    if not chosen:
        return ""
    if len(chosen) > 1 and len(directory.never_imported) == len(directory.physicians):
        return _("Check the health record: no calendar was ever imported, and a free time may be taken there.")
    names = [physician.plain_name for key, physician in directory.physicians.items() if key in chosen]
    sentence = ngettext(
        "Check the health record: the calendar of %(names)s was never imported, and a free time may be taken there.",
        "Check the health record: the calendars of %(names)s were never imported, and a free time may be taken there.",
        len(names),
    )
    return sentence % {"names": ", ".join(names)}
