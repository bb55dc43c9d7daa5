"""Which of many free times are shown, and which one click offers."""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterable

from appointments.calendar.free_times import FreeTime
from appointments.services.visits.offers import MOST_TIMES


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


def one_of_each_start(times: Iterable[FreeTime], most: int) -> list[FreeTime]:
    """Return the first `most` of the times that begin at different moments, in order.

    “8:30, 8:30, 9:00” with two physicians doesn't give a patient three times to choose from.
    """
    distinct: dict[datetime.datetime, FreeTime] = {}
    for time in times:
        distinct.setdefault(time.start, time)
    return sorted(list(distinct.values())[:most], key=lambda time: time.start)


def suggested(wished: list[list[FreeTime]], others: list[list[FreeTime]], *, soonest: bool) -> list[FreeTime]:
    """Return the times that one click offers, at most three.

    They are the first of each wish, then what follows; for something urgent the soonest, whatever the wishes are.
    """
    if soonest:
        times = sorted(itertools.chain(*wished, *others), key=lambda time: time.start)
        return one_of_each_start(times, MOST_TIMES)
    in_turn = itertools.zip_longest(*([group for group in wished if group] or others))
    return one_of_each_start((time for time in itertools.chain(*in_turn) if time is not None), MOST_TIMES)
