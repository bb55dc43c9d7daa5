"""The next free times of physicians, as the scheduling side hands them over."""

import datetime
from collections.abc import Iterable, Mapping

from django.utils import timezone

from physicians.models import NextFreeTimes

MOST_KEPT = 3
BATCH = 500  # rows of one statement


def record_next_available(
    *, physician_id: int, starts: Iterable[datetime.datetime], now: datetime.datetime | None = None
) -> None:
    """Keep the first few times from `now` on when this physician is free; none at all is an answer, too.

    Raises ValueError for a time without a zone.
    """
    record_all(starts_of={physician_id: starts}, now=now)


def record_all(*, starts_of: Mapping[int, Iterable[datetime.datetime]], now: datetime.datetime | None = None) -> None:
    """Keep them for many physicians, by id, in one statement for each 500.

    `recorded_at` is written even where the times are the same: patients read it (“as of”), and whoever computes the
    times finds by it who has waited longest. The search is touched by a trigger, and only if the first time changed.
    """
    now = now or timezone.now()
    NextFreeTimes.objects.bulk_create(
        [
            NextFreeTimes(physician_id=physician_id, starts=first_few(starts, now), recorded_at=now)
            # By id: two writers of the same rows then wait for each other instead of for each other's other row.
            for physician_id, starts in sorted(starts_of.items())
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["physician"],
        update_fields=["starts", "recorded_at"],
    )


def first_few(starts: Iterable[datetime.datetime], now: datetime.datetime) -> list[datetime.datetime]:
    """Return the first times that are still to come, each once."""
    times = list(starts)
    if any(timezone.is_naive(time) for time in times):
        raise ValueError("A free time needs its zone.")
    return sorted({time for time in times if time > now})[:MOST_KEPT]
