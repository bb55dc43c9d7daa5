"""The CSV records of a file. A quotation mark that is never closed costs its own line, not the rest of the file."""

import csv
from collections import deque
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .import_errors import BadRow, UnreadableFileError
from .roster_columns import ROSTER

MOST_LINES = 20  # of one record: a cell may hold line breaks
Line = tuple[int, str]


def read_records(lines: Iterator[Line]) -> Iterator[tuple[int, dict[str, str]] | BadRow]:
    """Yield each record as the number of its first line and its cells by column, or why it can't be read.

    Raises UnreadableFileError unless the first record is a header of our columns.
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
    """Return the lines up to the one that closes all quotation marks; an empty list at the end of the file."""
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
    """Return the cells of one record; None if it isn't valid CSV."""
    try:
        return next(csv.reader([text], strict=True), [])
    except csv.Error:
        return None


def _what_is_wrong(cells: list[str] | None, has_more_lines: bool, expected: int) -> str:
    if cells is None or has_more_lines:
        return _("A quotation mark is missing or misplaced.")
    return _("It has %(found)d cells instead of %(expected)d.") % {"found": len(cells), "expected": expected}


def _columns(cells: list[str] | None) -> list[str]:
    """Return the names in the header; raises UnreadableFileError unless each of our columns is there once."""
    names = [" ".join(cell.lower().replace("_", " ").split()).replace(" ", "_") for cell in cells or []]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        raise UnreadableFileError(_("The cells are not separated by commas. Save the file as CSV with commas."))
    problems = []
    if missing := [name for name in ROSTER.headers if name not in names]:
        problems.append(_("missing: %(columns)s") % {"columns": ", ".join(missing)})
    if unknown := [name for name in names if name not in ROSTER.headers]:
        problems.append(_("unknown: %(columns)s") % {"columns": ", ".join(map(_shown, unknown))})
    if double := sorted({name for name in names if name in ROSTER.headers and names.count(name) > 1}):
        problems.append(_("more than once: %(columns)s") % {"columns": ", ".join(double)})
    if problems:
        raise UnreadableFileError(
            _("The first line is not a header with the right columns. %(problems)s.")
            % {"problems": "; ".join(problems).capitalize()}
        )
    return names


def _shown(name: str) -> str:
    """Return an unknown name in quotation marks, short and printable."""
    return "“{}”".format("".join(letter if letter.isprintable() else "?" for letter in name[:40]))
