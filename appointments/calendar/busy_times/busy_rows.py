"""The rows of a file of busy times, readable or not."""

import dataclasses
import datetime

from django.utils.translation import gettext as _

MOST_ROWS = 50_000  # including unreadable ones
MOST_BYTES = 5 * 1024 * 1024
LONGEST_NUMBER = 40  # characters of a visit number
LONGEST_DAYS = 402  # a longer busy time must be a mistake in the file; calendars are read 401 days, and an hour, far


class UnreadableFileError(Exception):
    """The file can't be used, so nothing may change. `str()` says why."""


class BadRowError(Exception):
    """A row can't be read. `str()` says why."""


@dataclasses.dataclass(frozen=True)
class BusyRow:
    """One busy time of a file."""

    start: datetime.datetime  # aware
    end: datetime.datetime
    line: int  # in the file
    visit_number: str = ""
    npi: str = ""  # empty if the file doesn't say whose it is
    is_guess: bool = False  # the file leaves open when it is, or whether the physician is busy


@dataclasses.dataclass(frozen=True)
class BadRow:
    """One row that could not be read, or that leaves something open."""

    line: int
    why: str
    npi: str = ""

    def __str__(self) -> str:
        return _("Line %(line)d: %(why)s") % {"line": self.line, "why": self.why}


@dataclasses.dataclass
class Reading:
    """Everything that a file holds."""

    rows: list[BusyRow] = dataclasses.field(default_factory=list)
    bad: list[BadRow] = dataclasses.field(default_factory=list)
    guesses: list[BadRow] = dataclasses.field(default_factory=list)

    def add(self, row: BusyRow) -> None:
        """Add a row; raises BadRowError for an impossible time and UnreadableFileError if there are too many rows."""
        if row.end <= row.start:
            raise BadRowError(_("It ends before it begins."))
        if row.end - row.start > datetime.timedelta(days=LONGEST_DAYS):
            raise BadRowError(_("It lasts more than a year."))
        self._count()
        self.rows.append(row)

    def refuse(self, line: int, why: object, npi: str = "") -> None:
        """Add a row that couldn't be read; raises UnreadableFileError if there are too many rows."""
        self._count()
        self.bad.append(BadRow(line=line, why=str(why), npi=npi))

    def guess(self, line: int, why: str) -> None:
        """Add what a row that was read leaves open."""
        self.guesses.append(BadRow(line=line, why=why))

    def _count(self) -> None:
        if len(self.rows) + len(self.bad) == MOST_ROWS:
            raise UnreadableFileError(
                _("The file holds more than %(most)s times. Split it.") % {"most": f"{MOST_ROWS:,}"}
            )
