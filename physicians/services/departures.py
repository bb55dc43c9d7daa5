"""A physician leaves: the profile comes down, and who said so is kept."""

import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction

from physicians.models import Departure, Physician

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class NotPublished(Exception):
    """There is no profile that could come down; `str()` is a sentence for whoever asked."""


@transaction.atomic
def record_departure(*, physician: Physician, by: "AbstractUser", note: str = "", now: datetime.datetime) -> Departure:
    """Take the profile down and return the departure; a version that was to go live later no longer does.

    `note` is for the scheduling staff (at most 500 characters). The physician's row stays locked until the
    transaction ends, so that nobody is given a time meanwhile. Whoever publishes the profile again takes all of it
    back; the departure stays on record. Raises NotPublished.
    """
    locked = Physician.objects.select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    if not locked.live:
        raise NotPublished(
            _("The profile of %(name)s is not published. There is nothing to take down.") % {"name": locked.plain_name}
        )
    UnpublishAction(locked, user=by).execute(skip_permission_checks=True)  # snippets have none of their own to ask
    return Departure.objects.create(physician=locked, recorded_at=now, recorded_by_id=by.pk, note=note.strip())
