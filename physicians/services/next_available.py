"""Stores the next free times of physicians, which the appointments app computes."""

import datetime
from collections.abc import Iterable, Mapping

from django.utils import timezone

from physicians.models import NextFreeTimes

MOST_KEPT = 3
BATCH = 500  # rows of one statement


def record_next_available(*, starts_of: Mapping[int, Iterable[datetime.datetime]], now: datetime.datetime) -> None:
    """Store the first three times after `now` of each physician, by id, in one statement for each 500 physicians.

    No times at all are an answer too. `recorded_at` is written even if the times are the same: patients read it
    (“as of”), and it says whose times are the stalest. A trigger updates the search, only if the first time changed.
    Raises ValueError for a time without a zone.
    """
    NextFreeTimes.objects.bulk_create(
        [
            NextFreeTimes(physician_id=physician_id, starts=first_few(starts, now), recorded_at=now)
            # Sorted by id, so two writers of the same rows can't deadlock.
            for physician_id, starts in sorted(starts_of.items())
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["physician"],
        update_fields=["starts", "recorded_at"],
    )


def first_few(starts: Iterable[datetime.datetime], now: datetime.datetime) -> list[datetime.datetime]:
    """Return the first times after `now`, sorted, each once."""
    times = list(starts)
    if any(timezone.is_naive(time) for time in times):
        raise ValueError("A free time needs its zone.")
    return sorted({time for time in times if time > now})[:MOST_KEPT]
