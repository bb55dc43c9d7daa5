"""Imports a whole file of the hospital's roster; reads it to its end before anything is written."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from physicians.imports.current_profiles import on_the_roster, profiles_of
from physicians.imports.file_lines import numbered_lines
from physicians.imports.import_errors import BadRow
from physicians.imports.roster_columns import ROSTER
from physicians.imports.roster_row import RosterRow
from physicians.imports.row_findings import Finding, Kind, finding
from physicians.imports.staged_rows import StagedRows
from physicians.terminal_progress import Progress

from .roster_changes import one_at_a_time, take_over

BATCH = 500  # rows of one transaction
ATTEMPTS = 3


class MostAreGone(Exception):
    """The file lacks more than half of the roster; `str()` is a sentence for the user."""


def import_roster(
    *,
    stream: IO[bytes],
    report: Callable[[BadRow | Finding], None],
    progress: Progress,
    dry_run: bool = False,
    even_if_most_are_gone: bool = False,
) -> Counter[Kind | None]:
    """Import a file, and return how many findings of each kind there were; None counts the bad rows.

    `report` is called for each bad row and each physician, even an unchanged one. A run that is interrupted has
    written whole batches, and the next run does the rest. Raises UnreadableFileError, AnotherImport, MostAreGone.
    """
    counts: Counter[Kind | None] = Counter()

    def say(found: Finding) -> None:
        counts[found.kind] += 1
        report(found)

    with contextlib.closing(StagedRows()) as staged, contextlib.nullcontext() if dry_run else one_at_a_time():
        progress.start(_("Reading"))
        for bad in staged.read(numbered_lines(stream), ROSTER.lookups()):
            progress.add()
            if bad:
                report(bad)
        counts[None] = staged.bad
        gone, total = staged.find_gone(on_the_roster())
        too_many = gone * 2 > total and not even_if_most_are_gone
        if not too_many or dry_run:
            progress.start(_("Comparing") if dry_run else _("Writing"), staged.good)
            for found in _gone(staged):
                say(found)
            for page in staged.pages(BATCH):
                for found in _compare(page) if dry_run else _write(page):
                    progress.add()
                    say(found)
        if too_many:
            raise MostAreGone(
                _("%(gone)d of the %(total)d physicians on the roster are not in the file. Is it whole?")
                % {"gone": gone, "total": total}
            )
    return counts


def _gone(staged: StagedRows) -> Iterator[Finding]:
    for npi, name in staged.gone():
        yield Finding(Kind.GONE, npi, name)


def _compare(page: Sequence[RosterRow]) -> list[Finding]:
    profiles = profiles_of(row.npi for row in page)
    return [finding(row, profiles.get(row.npi)) for row in page]


def _write(page: Sequence[RosterRow]) -> list[Finding]:
    for _attempt in range(ATTEMPTS - 1):
        with contextlib.suppress(IntegrityError):  # an editor has just taken one of these slugs or NPIs
            return take_over(rows=page, now=timezone.now())
    return take_over(rows=page, now=timezone.now())
