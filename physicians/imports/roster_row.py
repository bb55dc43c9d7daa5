"""What the roster says about one physician."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from .roster_columns import ROSTER


@dataclasses.dataclass(frozen=True)
class RosterRow:
    """The value of each column, by the profile's field; lists are sorted tuples of ids or codes."""

    values: Mapping[str, Any]

    def __getitem__(self, field: str) -> Any:
        return self.values[field]

    @property
    def npi(self) -> str:
        """Return the number that identifies the physician."""
        return str(self["npi"])

    @property
    def plain_name(self) -> str:
        """Return the name without credentials."""
        return f"{self['given_name']} {self['family_name']}"

    def differing(self, other: "RosterRow") -> tuple[str, ...]:
        """Return the fields in which the two differ."""
        return tuple(field for field in ROSTER.fields if self[field] != other[field])

    def to_json(self) -> str:
        """Return the row as text."""
        return json.dumps([self[field] for field in ROSTER.fields])

    @classmethod
    def from_json(cls, text: str) -> "RosterRow":
        """Return the row that `to_json` has written."""
        values = zip(ROSTER.fields, json.loads(text), strict=True)
        return cls({field: tuple(value) if isinstance(value, list) else value for field, value in values})
