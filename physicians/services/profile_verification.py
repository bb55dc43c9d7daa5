"""Somebody has checked a published profile with the physician's office, or takes that back: nothing else does."""

import datetime
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.dateparse import parse_date
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from physicians.models import Physician

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LOG_ACTION = "physicians.verify"
TAKEN_BACK = "physicians.verify_taken_back"


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
    before = locked.verified_on.isoformat() if locked.verified_on else ""
    log(instance=locked, action=LOG_ACTION, user=by, data={"verified_on": today.isoformat(), "before": before})
    return True


def verified_by(who: "AbstractUser", *, today: datetime.date) -> list[Physician]:
    """Return whom this person has verified today, the last first."""
    kind = ContentType.objects.get_for_model(Physician)
    entries = ModelLogEntry.objects.filter(
        content_type=kind, action=LOG_ACTION, user=who, data__verified_on=today.isoformat(), data__has_key="before"
    )
    keys = list(dict.fromkeys(int(key) for key in entries.order_by("-timestamp").values_list("object_id", flat=True)))
    found = Physician.objects.filter(verified_on=today).in_bulk(keys)
    return [found[key] for key in keys if key in found]


@transaction.atomic
def take_back(*, physician: Physician, by: "AbstractUser", today: datetime.date) -> bool:
    """Put the date back to what it was before this person's click of today; tell whether there was one."""
    locked = Physician.objects.select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    entry = ModelLogEntry.objects.for_instance(locked).filter(action=LOG_ACTION).order_by("-timestamp", "-pk").first()
    if entry is None or entry.user != by or locked.verified_on != today or "before" not in entry.data:
        return False  # entries from before there was a way back do not say what was before
    Physician.objects.filter(pk=locked.pk).update(verified_on=parse_date(entry.data["before"]))
    log(instance=locked, action=TAKEN_BACK, user=by)
    return True
