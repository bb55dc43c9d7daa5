"""Notes that staff leave for each other."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.guards.refusals import Refused
from appointments.models import Note
from appointments.models.history import LONGEST_NOTE

WRITE_THE_NOTE = gettext_lazy("Write the note first.")


def add_note(*, request_id: int, author: AbstractUser, text: str) -> Note:
    """Add a note of at most 4,000 characters and return it; raises Refused if it's empty or too long."""
    text = text.strip()
    if not text:
        raise Refused(WRITE_THE_NOTE)
    if len(text) > LONGEST_NOTE:
        raise Refused(_("A note can have at most 4,000 characters. Split it in two."))
    return Note.objects.create(request_id=request_id, author_id=author.pk, text=text)
