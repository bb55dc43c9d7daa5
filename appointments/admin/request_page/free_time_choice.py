"""Which of many free times are shown, and which one click offers."""

import itertools
from collections import Counter

from appointments.calendar.free_times import FreeTime
from appointments.services.visits.offers import MOST_TIMES

from .panel_rows import Choice, Group


def spread(times: list[FreeTime], most: int) -> list[FreeTime]:
    """Return at most `most` of the times, spread over different hours and physicians.

    Nine physicians who are all free at 8:30 don't give a patient a choice.
    """
    if len(times) <= most:
        return times
    by_start = [list(group) for _start, group in itertools.groupby(times, key=lambda time: time.start)]
    step = max(1, len(by_start) // most)
    waiting = by_start[::step] + [group for number, group in enumerate(by_start) if number % step]
    taken: list[FreeTime] = []
    seen: Counter[int] = Counter()
    while len(taken) < most:
        for group in waiting:
            if group and len(taken) < most:
                best = min(group, key=lambda time: seen[time.physician_id])
                group.remove(best)
                seen[best.physician_id] += 1
                taken.append(best)
    return sorted(taken, key=lambda time: time.start)


def suggested(wished: list[Group], others: list[Group]) -> list[Choice]:
    """Return the times that one click offers: the first of each wish, then what follows, at most three."""
    groups = [group.choices for group in wished if group.choices] or [group.choices for group in others]
    in_turn = itertools.chain.from_iterable(itertools.zip_longest(*groups))
    return [choice for choice in in_turn if choice is not None][:MOST_TIMES]
