"""One line of the history."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

Row = TypeVar("Row")


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line: when, who, what, the words that someone added, and the parts if several things happened at once.

    `who` is empty if the clock did it.
    """

    at: datetime.datetime
    who: str
    what: str
    words: str = ""
    parts: tuple[str, ...] = ()


def name_of(actor: Model | None, *, by_system: bool = False) -> str:
    """Return who did it: a member of staff, the patient, or no one."""
    if by_system:
        return ""
    return str(actor) if actor else _("The patient")


def together(rows: Iterable[Row], key: Callable[[Row], object]) -> list[list[Row]]:
    """Return the rows in groups of equal keys, in the order of each group's first row."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())
