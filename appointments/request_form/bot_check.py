"""What tells a program from a person without a puzzle: a field that nobody sees, and the time it takes to read."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from appointments.models import RequestDraft

HONEYPOT = "more_about_it"


def why_it_looks_like_a_program(posted: Mapping[str, str], draft: RequestDraft) -> Promise | None:
    """Return what a person can do about it, in a sentence, or None. Nothing is lost: Send works again."""
    if posted.get(HONEYPOT):
        return _("A field that is not meant for people was filled in. It is empty again: press Send once more.")
    if timezone.now() - draft.created_at < datetime.timedelta(seconds=settings.APPOINTMENTS_MINIMUM_SECONDS):
        return _("That was very quick. To keep programs out we wait a few seconds: press Send once more.")
    return None
