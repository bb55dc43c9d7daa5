"""Tell bots from people without a puzzle: a hidden field, and the time a person needs to fill in the form."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from appointments.models import RequestDraft

HONEYPOT = "more_about_it"


def why_it_looks_like_a_program(posted: Mapping[str, str], draft: RequestDraft) -> Promise | None:
    """Return a sentence for a person who was mistaken for a bot, or None. Nothing is lost: Send works again."""
    if posted.get(HONEYPOT):
        return _("A hidden field was filled in. We've cleared it. Please press Send again.")
    if timezone.now() - draft.created_at < datetime.timedelta(seconds=settings.APPOINTMENTS_MINIMUM_SECONDS):
        return _("That was very quick. We wait a few seconds to keep bots out. Please press Send again.")
    return None
