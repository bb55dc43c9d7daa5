"""Days by physician: for the week of several of them, where free times are numbers, and for the list."""

import dataclasses
import itertools
from collections.abc import Iterable

from .day_column import Column
from .time_blocks import Block


@dataclasses.dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a day: a block; with `free`, so many free times one after the other, of which it is the first."""

    block: Block
    free: int = 0


@dataclasses.dataclass(frozen=True, kw_only=True)
class PhysiciansDay:
    """One cell: the day with its lines."""

    column: Column
    lines: list[Line]


@dataclasses.dataclass(frozen=True, kw_only=True)
class PhysiciansWeek:
    """One row."""

    physician: object
    days: list[PhysiciansDay]


def weeks_of(columns: Iterable[Column], *, counted: bool) -> list[PhysiciansWeek]:
    """Return a row for each physician; `columns` are in the order of physicians, then of days.

    Free times are `counted` where a line for each would be too many.
    """
    return [
        PhysiciansWeek(
            physician=physician,
            days=[PhysiciansDay(column=each, lines=_lines(each.blocks, counted=counted)) for each in days],
        )
        for physician, days in itertools.groupby(columns, key=lambda column: column.physician)
    ]


def _lines(blocks: Iterable[Block], *, counted: bool) -> list[Line]:
    lines = []
    for kind, same in itertools.groupby(blocks, key=lambda block: block.kind if counted and block.value else None):
        together = list(same)
        lines += [Line(block=together[0], free=len(together))] if kind else [Line(block=each) for each in together]
    return lines
