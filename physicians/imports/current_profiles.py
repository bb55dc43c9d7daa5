"""The profiles as they are now, in the form of the roster's rows."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from physicians.models import Physician

from .roster_columns import ROSTER
from .roster_row import RosterRow

STATE = ("pk", "live", "on_roster", "has_unpublished_changes")
PREFIX = "roster_"  # the query's names for the columns: a field's own name is taken


@dataclasses.dataclass(frozen=True)
class CurrentProfile:
    """A profile that exists, and what the roster would say about it."""

    pk: int
    live: bool
    on_roster: bool
    has_unpublished_changes: bool
    row: RosterRow


def in_rows(physicians: "QuerySet[Any]") -> "QuerySet[Any, dict[str, Any]]":
    """Return the physicians as the values that `current_profile` reads, in one query."""
    return physicians.values(*STATE, **{f"{PREFIX}{column.field}": column.query() for column in ROSTER.columns})


def current_profile(values: dict[str, Any]) -> CurrentProfile:
    """Return a profile made from one row of `in_rows`."""
    row = {column.field: column.stored(values[f"{PREFIX}{column.field}"]) for column in ROSTER.columns}
    return CurrentProfile(row=RosterRow(row), **{name: values[name] for name in STATE})


def profiles_of(npis: Iterable[str]) -> dict[str, CurrentProfile]:
    """Return the profiles of these NPIs."""
    found = map(current_profile, in_rows(Physician.objects.filter(npi__in=list(npis)).order_by()))
    return {profile.row.npi: profile for profile in found}


def on_the_roster() -> Iterator[tuple[str, str]]:
    """Yield NPI and name of each published physician on the roster, from a server-side cursor."""
    people = (
        Physician.objects.live().filter(on_roster=True).order_by("npi").values_list("npi", "given_name", "family_name")
    )
    for npi, given_name, family_name in people.iterator():
        yield npi, f"{given_name} {family_name}"
