"""The rows of a file, staged on disk: each NPI once, with little memory however long the file is.

In a nameless SQLite database: the application's role can't create temporary tables in PostgreSQL
(`wakemed.database.grants`), and this one leaves nothing behind, even if the process is killed.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from .csv_records import read_records
from .import_errors import BadRow, BadRowError
from .name_lookup import Lookups
from .roster_row import RosterRow
from .row_cells import read_npi, read_row

CACHE_KIB = 32 * 1024


class StagedRows:
    """The good rows of a file, which NPIs it names, and who is gone from it."""

    def __init__(self) -> None:
        # The empty name: a file that has no name from the moment it is opened.
        self.rows = sqlite3.connect("", isolation_level=None)
        self.rows.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self.rows.execute("PRAGMA journal_mode = OFF")
        # Rows in the order of the file are written and read sequentially; the NPIs fit into the cache.
        self.rows.execute("CREATE TABLE known (npi INTEGER PRIMARY KEY, number INTEGER NOT NULL)")
        self.rows.execute("CREATE TABLE good (number INTEGER PRIMARY KEY, row TEXT NOT NULL)")
        self.rows.execute("CREATE TABLE gone (npi TEXT, name TEXT)")
        self.rows.execute("BEGIN")  # never committed: each row would be a write to the disk
        self.good = self.bad = 0

    def close(self) -> None:
        """Delete the file on disk."""
        self.rows.close()

    def read(self, lines: Iterable[tuple[int, str]], lookups: Lookups) -> Iterator[BadRow | None]:
        """Stage a file; yield for each record None, or why it can't be imported. Raises UnreadableFileError."""
        for record in read_records(iter(lines)):
            bad = record if isinstance(record, BadRow) else self._take(*record, lookups)
            self.bad, self.good = self.bad + (bad is not None), self.good + (bad is None)
            yield bad

    def _take(self, number: int, cells: dict[str, str], lookups: Lookups) -> BadRow | None:
        npi = ""
        try:
            npi = read_npi(cells)
            # First: a physician whose row is bad isn't gone.
            self._note(npi, number)
            row = read_row(npi, cells, lookups)
        except BadRowError as error:
            return BadRow(number, str(error), npi)
        self.rows.execute("INSERT INTO good VALUES (?, ?)", [number, row.to_json()])
        return None

    def _note(self, npi: str, number: int) -> None:
        """Remember that this NPI is in the file; raises BadRowError if an earlier line has it."""
        try:
            self.rows.execute("INSERT INTO known VALUES (?, ?)", [int(npi), number])
        except sqlite3.IntegrityError as error:
            first = self.rows.execute("SELECT number FROM known WHERE npi = ?", [int(npi)]).fetchone()[0]
            raise BadRowError(_("The same NPI is in line %(line)d.") % {"line": first}) from error

    def find_gone(self, people: Iterable[tuple[str, str]]) -> tuple[int, int]:
        """Take NPI and name of everyone on the roster; return how many are not in the file, and how many there are."""
        total = gone = 0
        for npi, name in people:
            total += 1
            if self.rows.execute("SELECT 1 FROM known WHERE npi = ?", [int(npi)]).fetchone() is None:
                gone += 1
                self.rows.execute("INSERT INTO gone VALUES (?, ?)", [npi, name])
        return gone, total

    def gone(self) -> Iterator[tuple[str, str]]:
        """Yield the NPI and name of everyone that `find_gone` found."""
        yield from self.rows.execute("SELECT npi, name FROM gone ORDER BY rowid")

    def pages(self, size: int) -> Iterator[list[RosterRow]]:
        """Yield the good rows in the order of the file, in pages of `size` rows."""
        last = 0
        while page := self.rows.execute(
            "SELECT number, row FROM good WHERE number > ? ORDER BY number LIMIT ?", [last, size]
        ).fetchall():
            last = page[-1][0]
            yield [RosterRow.from_json(good) for _number, good in page]
