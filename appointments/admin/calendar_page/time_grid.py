"""Blocks as the cells of a table: a column for each physician or day, a row for each step of time."""

import dataclasses
import datetime
import itertools
import zoneinfo
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.formats import time_format

from appointments.calendar.sessions import Session

from .day_column import Column
from .time_blocks import Block, Kind

STEPS = (30, 20, 15, 10, 5)  # minutes
HOUR, WHOLE_DAY = 60, 24 * 60


@dataclasses.dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell. `kind` is that of its first block; without blocks, “open” within hours, “shut” outside."""

    rows: int
    kind: str
    blocks: tuple[Block, ...]
    column: Column


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """One step of time: its clock, whether it begins an hour, or the current one, and the cells that begin here."""

    clock: str
    is_hour: bool
    is_now: bool
    cells: list[Cell]


@dataclasses.dataclass(frozen=True)
class Grid:
    """The table: the minutes of a step, and its rows."""

    step: int
    rows: list[Row]


def grid_of(columns: Sequence[Column], zone: str, now: datetime.datetime) -> Grid | None:
    """Return the table on a zone's clock, from the first hour with something to the last; None if there's nothing.

    The step is the longest in which every free time, visit and session begins and ends. What is off the shortest step
    gets the rows that it touches, and so may share a cell: nothing is hidden.
    """
    clock = zoneinfo.ZoneInfo(zone)
    in_front = [
        _minutes(each.start, each.end, column, clock)
        for column in columns
        for each in _spans(column)
        if each.start < column.window.upper and each.end > column.window.lower
    ]
    if not in_front:
        return None
    visits = [minute for pair in in_front for minute in pair if minute < WHOLE_DAY]
    step = next((step for step in STEPS if not any(minute % step for minute in visits)), STEPS[-1])
    first = min(start for start, _end in in_front) // HOUR * HOUR
    last = -(-max(end for _start, end in in_front) // HOUR) * HOUR
    number = (last - first) // step
    cells = [_cells(column, clock, first, step, number) for column in columns]
    is_today = any(now in column.window for column in columns)
    current = now.astimezone(clock).hour * HOUR if is_today else None
    rows = [
        Row(
            clock=time_format(datetime.time(*divmod(minute, HOUR)), "g:i a"),
            is_hour=minute % HOUR == 0,
            is_now=minute == current,
            cells=[column[row] for column in cells if row in column],
        )
        for row, minute in enumerate(range(first, last, step))
    ]
    return Grid(step, rows)


def _spans(column: Column) -> list[Block | Session]:
    """Return the hours, free times and visits: the table is as long as they need, and absences are cut to it."""
    return [*(block for block in column.blocks if block.value or block.visit), *column.hours]


def _minutes(
    start: datetime.datetime, end: datetime.datetime, column: Column, clock: zoneinfo.ZoneInfo
) -> tuple[int, int]:
    """Return from when to when something is in a column, in minutes since midnight as the clock on the wall shows it.

    In the night when an hour comes twice, an end may read the same as its start: then it lasts a minute.
    """
    begins, ends = max(start, column.window.lower).astimezone(clock), min(end, column.window.upper).astimezone(clock)
    first = begins.hour * HOUR + begins.minute
    last = WHOLE_DAY if ends.date() > begins.date() else ends.hour * HOUR + ends.minute + (ends.second > 0)
    return first, max(last, first + 1)


def _cells(column: Column, clock: zoneinfo.ZoneInfo, first: int, step: int, number: int) -> dict[int, Cell]:
    """Return the cells of a column by their first row; together they fill it."""

    def rows_of(start: datetime.datetime, end: datetime.datetime) -> range:
        begins, ends = _minutes(start, end, column, clock)
        return range(max(0, (begins - first) // step), min(number, -(-(ends - first) // step)))

    fill: list[tuple[str, tuple[Block, ...], int]] = [("shut", (), 0)] * number
    for session in column.hours:
        if session.start < column.window.upper and session.end > column.window.lower:
            for row in rows_of(session.start, session.end):
                fill[row] = ("open", (), 0)
    if column.closed:
        closed = Block(
            kind=Kind.CLOSED, physician_id=column.physician.pk, start=column.window.lower, end=column.window.upper,
            zone=str(clock), note=column.closed,
        )  # fmt: skip
        fill = [(Kind.CLOSED, (closed,), 0)] * number
    for block in column.blocks:
        if block.is_behind:
            for row in rows_of(block.start, block.end):
                fill[row] = (block.kind, (block,), 0)
    for together, (blocks, rows) in enumerate(_clusters(column.blocks, rows_of), start=1):
        for row in rows:
            fill[row] = (blocks[0].kind, blocks, together)
    cells: dict[int, Cell] = {}
    row = 0
    for (kind, blocks, _together), same in itertools.groupby(fill):
        length = len(list(same))
        cells[row] = Cell(rows=length, kind=kind, blocks=blocks, column=column)
        row += length
    return cells


def _clusters(blocks: Iterable[Block], rows_of: Any) -> list[tuple[tuple[Block, ...], range]]:
    """Return the blocks that share a row together, each with the rows that they take."""
    clusters: list[tuple[tuple[Block, ...], range]] = []
    for block in blocks:
        rows = rows_of(block.start, block.end)
        if block.is_behind or not rows:
            continue
        if clusters and rows.start < clusters[-1][1].stop:
            others, taken = clusters[-1]
            clusters[-1] = ((*others, block), range(taken.start, max(taken.stop, rows.stop)))
        else:
            clusters.append(((block,), rows))
    return clusters
