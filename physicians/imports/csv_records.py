"""From lines to records. A quotation mark that is never closed costs its own line, not the rest of the file."""

import csv
from collections import deque
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .roster_columns import HEADERS
from .roster_row import BadRow, UnreadableFileError

MOST_LINES = 20  # of one record: a cell may hold line breaks
Line = tuple[int, str]


def read_records(lines: Iterator[Line]) -> Iterator[tuple[int, dict[str, str]] | BadRow]:
    """Yield each record as the number of its first line and its cells by column, or why it cannot be read.

    Raises UnreadableFileError unless the first record names the columns.
    """
    waiting: deque[Line] = deque()
    columns: list[str] = []
    while record := _next_record(lines, waiting):
        number = record[0][0]
        cells = _cells("".join(text for _number, text in record))
        if not columns:
            columns = _columns(cells)
        elif cells is not None and not any(cell.strip() for cell in cells):
            continue
        elif cells is not None and len(cells) == len(columns):
            yield number, dict(zip(columns, cells, strict=True))
        else:
            waiting.extendleft(reversed(record[1:]))  # what follows may be right
            yield BadRow(number, _what_is_wrong(cells, len(record) > 1, len(columns)))
    if not columns:
        raise UnreadableFileError(_("The file is empty."))


def _next_record(lines: Iterator[Line], waiting: deque[Line]) -> list[Line]:
    """Return the lines up to the one in which all quotation marks are closed; none at the end of the file."""
    record: list[Line] = []
    is_open = False
    while len(record) < MOST_LINES:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            break
        record.append(line)
        is_open ^= line[1].count('"') % 2 == 1
        if not is_open:
            break
    return record


def _cells(text: str) -> list[str] | None:
    """Return the cells of one record; None if it is none."""
    try:
        return next(csv.reader([text], strict=True), [])
    except csv.Error:
        return None


def _what_is_wrong(cells: list[str] | None, has_more_lines: bool, expected: int) -> str:
    if cells is None or has_more_lines:
        return _("A quotation mark is not closed, or stands where none belongs.")
    return _("It has %(found)d cells instead of %(expected)d.") % {"found": len(cells), "expected": expected}


def _columns(cells: list[str] | None) -> list[str]:
    """Return the names of the columns; raises UnreadableFileError unless they are ours, each once, in any order."""
    names = [" ".join(cell.lower().replace("_", " ").split()).replace(" ", "_") for cell in cells or []]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        raise UnreadableFileError(_("The cells are not separated by commas. Save the file as CSV with commas."))
    problems = []
    if missing := [name for name in HEADERS if name not in names]:
        problems.append(_("missing: %(columns)s") % {"columns": ", ".join(missing)})
    if unknown := [name for name in names if name not in HEADERS]:
        problems.append(_("unknown: %(columns)s") % {"columns": ", ".join(map(_shown, unknown))})
    if double := sorted({name for name in names if name in HEADERS and names.count(name) > 1}):
        problems.append(_("more than once: %(columns)s") % {"columns": ", ".join(double)})
    if problems:
        raise UnreadableFileError(
            _("The first line does not name the columns as it should. %(problems)s.")
            % {"problems": "; ".join(problems).capitalize()}
        )
    return names


def _shown(name: str) -> str:
    """Return what may be printed of a column's name."""
    return "“{}”".format("".join(letter if letter.isprintable() else "?" for letter in name[:40]))
