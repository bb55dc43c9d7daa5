"""What a line of the roster says, and what is said about a line that cannot be taken."""

import dataclasses
import json
from typing import Any

from django.utils.translation import gettext as _

from physicians.roster import ROSTER_FIELDS


class UnreadableFileError(Exception):
    """The file is none of ours: nothing may change. The sentence says why."""


class BadRowError(Exception):
    """One row cannot be taken. The sentence says why."""


@dataclasses.dataclass(frozen=True)
class BadRow:
    """One row that cannot be taken."""

    line: int  # where it begins in the file
    why: str
    npi: str = ""  # only one whose check digit is right

    def __str__(self) -> str:
        where = _("Line %(line)d (NPI %(npi)s)") if self.npi else _("Line %(line)d")
        return f"{where % {'line': self.line, 'npi': self.npi}}: {self.why}"


@dataclasses.dataclass(frozen=True)
class RosterRow:
    """What the roster owns of a profile, by the profile's own names; lists are sorted and hold ids, or codes."""

    npi: str
    given_name: str
    family_name: str
    credentials: str
    gender: str
    specialties: tuple[int, ...]
    languages: tuple[int, ...]
    locations: tuple[int, ...]
    accepting_new_patients: bool
    offers_virtual_visits: bool
    licensed_states: tuple[str, ...]

    @property
    def plain_name(self) -> str:
        """Return the name without credentials."""
        return f"{self.given_name} {self.family_name}"

    def differing(self, other: "RosterRow") -> tuple[str, ...]:
        """Return the fields in which the two differ."""
        return tuple(name for name in ROSTER_FIELDS if getattr(self, name) != getattr(other, name))

    def to_json(self) -> str:
        """Return the row as text."""
        return json.dumps([getattr(self, name) for name in ROSTER_FIELDS])

    @classmethod
    def from_json(cls, text: str) -> "RosterRow":
        """Return the row that `to_json` has written."""
        values = zip(ROSTER_FIELDS, json.loads(text), strict=True)
        fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values}
        return cls(**fields)
