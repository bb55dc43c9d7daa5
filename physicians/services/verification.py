"""Somebody has checked a published profile with the physician's office. The one way in which that date changes."""

import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log

from physicians.models import Physician

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LOG_ACTION = "physicians.verify"


@transaction.atomic
def verify(*, physician: Physician, by: "AbstractUser", today: datetime.date) -> bool:
    """Write that the profile's details were right on this day; tell whether that was news.

    The same day a second time (a double click, a reload) adds nothing, nor does an earlier one. Raises
    Physician.DoesNotExist for a profile that is not published: only what patients see is attested.
    """
    # Not `save`: the date is no part of any version, and a draft stays as it is.
    locked = Physician.objects.live().select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    if locked.verified_on and locked.verified_on >= today:
        return False
    Physician.objects.filter(pk=locked.pk).update(verified_on=today)
    log(instance=locked, action=LOG_ACTION, user=by, data={"verified_on": today.isoformat()})
    return True
