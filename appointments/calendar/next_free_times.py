"""The next few free times of many physicians at once, as the directory shows them."""

import datetime
from collections import defaultdict
from collections.abc import Collection

from django.utils import timezone

from physicians.models import Physician

from .free_times import DAY, free_times
from .sessions import BEFORE_UTC

# Nearly everyone has enough free times in the first two weeks, so only the others are searched further.
DAYS_AHEAD = (datetime.timedelta(days=14), datetime.timedelta(days=60))


def next_starts(
    physician_ids: Collection[int], *, each: int, now: datetime.datetime
) -> dict[int, list[datetime.datetime]]:
    """Return when each of these physicians is free next, in order, in four queries for any number of physicians.

    Args:
        physician_ids: the physicians; the caller checks whether they take new patients.
        each: how many starts to return per physician; the same start at two places counts once.
        now: the time to look from.

    Returns:
        Starts in UTC by physician, within 60 days; an empty list for a physician who isn't free.
    """
    today = timezone.localdate(now)
    found: dict[int, list[datetime.datetime]] = {}
    waiting = set(physician_ids)
    for ahead in DAYS_AHEAD:
        starts: dict[int, set[datetime.datetime]] = defaultdict(set)
        for time in free_times(Physician.objects.filter(pk__in=waiting), first=today, last=today + ahead, now=now):
            starts[time.physician_id].add(time.start)
        found |= {physician_id: sorted(starts[physician_id])[:each] for physician_id in waiting}
        # The next day starts earlier in other time zones, but nowhere before this.
        day_after = datetime.datetime.combine(today + ahead + DAY, datetime.time(), datetime.UTC) - BEFORE_UTC
        waiting = {pk for pk in waiting if len(found[pk]) < each or found[pk][-1] >= day_after}
        if not waiting:
            break
    return found
