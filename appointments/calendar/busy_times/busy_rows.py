"""What comes out of a file: times, rows that could not be read, or nothing at all."""

import dataclasses
import datetime

from django.utils.translation import gettext as _

MOST_ROWS = 50_000  # with those that cannot be read
MOST_BYTES = 5 * 1024 * 1024
LONGEST_NUMBER = 40  # characters of a visit number
LONGEST_DAYS = 400  # longer than that is a mistake in the file


class UnreadableFileError(Exception):
    """The file is none of ours: nothing may change. The sentence says why."""


class BadRowError(Exception):
    """One row cannot be read. The sentence says why."""


@dataclasses.dataclass(frozen=True)
class BusyRow:
    """One busy time of a file."""

    start: datetime.datetime  # aware
    end: datetime.datetime
    line: int  # where it stands
    visit_number: str = ""
    npi: str = ""  # empty where the file does not say whose it is


@dataclasses.dataclass(frozen=True)
class BadRow:
    """One row that could not be read."""

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

    def add(self, row: BusyRow) -> None:
        """Add a row; raises BadRowError for an impossible time and UnreadableFileError when there are too many."""
        if row.end <= row.start:
            raise BadRowError(_("It ends before it begins."))
        if row.end - row.start > datetime.timedelta(days=LONGEST_DAYS):
            raise BadRowError(_("It takes more than a year."))
        self._count()
        self.rows.append(row)

    def refuse(self, line: int, why: object, npi: str = "") -> None:
        """Add a row that could not be read; raises UnreadableFileError when there are too many."""
        self._count()
        self.bad.append(BadRow(line=line, why=str(why), npi=npi))

    def _count(self) -> None:
        if len(self.rows) + len(self.bad) == MOST_ROWS:
            raise UnreadableFileError(
                _("The file holds more than %(most)s times. Split it.") % {"most": f"{MOST_ROWS:,}"}
            )
