"""Records that a physician has left, and takes the profile down."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction

from physicians.models import Departure, Physician


class NotPublished(Exception):
    """There is no published profile to take down; `str()` is a sentence for the user."""


@transaction.atomic
def record_departure(*, physician: Physician, by: AbstractUser, note: str = "", now: datetime.datetime) -> Departure:
    """Take the profile down, cancel a scheduled publication, and return the departure.

    `note` is for the scheduling staff (at most 500 characters). The physician's row stays locked until the
    transaction ends, so no patient gets a time in between. Publishing the profile again undoes everything except the
    row of the departure. Raises NotPublished.
    """
    locked = Physician.objects.select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    if not locked.live:
        raise NotPublished(
            _("The profile of %(name)s is not published. There is nothing to take down.") % {"name": locked.plain_name}
        )
    UnpublishAction(locked, user=by).execute(skip_permission_checks=True)  # which snippets don't have
    return Departure.objects.create(physician=locked, recorded_at=now, recorded_by_id=by.pk, note=note.strip())
