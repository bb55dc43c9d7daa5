"""Why a file, or one row of it, can't be imported."""

import dataclasses

from django.utils.translation import gettext as _


class UnreadableFileError(Exception):
    """The file can't be read as a roster, so nothing may change. `str()` is a sentence that says why."""


class BadRowError(Exception):
    """One row can't be imported. `str()` is a sentence that says why."""


@dataclasses.dataclass(frozen=True)
class BadRow:
    """One row that can't be imported."""

    line: int  # where it begins in the file
    why: str
    npi: str = ""  # only if its check digit is right

    def __str__(self) -> str:
        where = _("Line %(line)d (NPI %(npi)s)") if self.npi else _("Line %(line)d")
        return f"{where % {'line': self.line, 'npi': self.npi}}: {self.why}"
