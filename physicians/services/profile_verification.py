"""Records that a user has checked a published profile with the physician's office, or undoes that."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.dateparse import parse_date
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from physicians.models import Physician

LOG_ACTION = "physicians.verify"
TAKEN_BACK = "physicians.verify_taken_back"


@transaction.atomic
def verify(*, physician: Physician, by: AbstractUser, today: datetime.date) -> bool:
    """Record that the profile's details were right on this day; return True if that is new.

    The same day again (a double click, a reload) adds nothing, and neither does an earlier day. Raises
    Physician.DoesNotExist for a profile that is not published: only what patients see can be verified.
    """
    # Not `save`: the date isn't part of a version, and a draft must not change.
    locked = Physician.objects.live().select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    if locked.verified_on and locked.verified_on >= today:
        return False
    Physician.objects.filter(pk=locked.pk).update(verified_on=today)
    before = locked.verified_on.isoformat() if locked.verified_on else ""
    log(instance=locked, action=LOG_ACTION, user=by, data={"verified_on": today.isoformat(), "before": before})
    return True


def verified_by(who: AbstractUser, *, today: datetime.date) -> list[Physician]:
    """Return the physicians that this user verified today, latest first."""
    kind = ContentType.objects.get_for_model(Physician)
    entries = ModelLogEntry.objects.filter(
        content_type=kind, action=LOG_ACTION, user=who, data__verified_on=today.isoformat(), data__has_key="before"
    )
    keys = list(dict.fromkeys(int(key) for key in entries.order_by("-timestamp").values_list("object_id", flat=True)))
    found = Physician.objects.filter(verified_on=today).in_bulk(keys)
    return [found[key] for key in keys if key in found]


@transaction.atomic
def take_back(*, physician: Physician, by: AbstractUser, today: datetime.date) -> bool:
    """Restore the date from before this user verified the profile today; return False if they haven't."""
    locked = Physician.objects.select_for_update(no_key=True, of=("self",)).get(pk=physician.pk)
    entry = ModelLogEntry.objects.for_instance(locked).filter(action=LOG_ACTION).order_by("-timestamp", "-pk").first()
    if entry is None or entry.user != by or locked.verified_on != today or "before" not in entry.data:
        return False  # old entries don't have the date from before
    Physician.objects.filter(pk=locked.pk).update(verified_on=parse_date(entry.data["before"]))
    log(instance=locked, action=TAKEN_BACK, user=by)
    return True
