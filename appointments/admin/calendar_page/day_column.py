"""One physician's day in the calendar."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.calendar.sessions import Session

from .time_blocks import Block


@dataclasses.dataclass(frozen=True, kw_only=True)
class Column:
    """One physician's day. `closed` is the name of the day if clinics are closed."""

    physician: Any
    day: datetime.date
    window: DateTimeTZRange
    blocks: Sequence[Block]
    hours: Sequence[Session]
    closed: str = ""

    @property
    def places(self) -> list[str]:
        """Return where the physician is, in the order of the day."""
        return list(dict.fromkeys(block.place for block in self.blocks if block.place))

    @property
    def has_places(self) -> bool:
        """Return True if the physician is at more than one, and each block has to say where."""
        return len(self.places) > 1
