"""The profiles as they are now, in the form of the roster's rows."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from physicians.models import Physician

from .roster_row import RosterRow
from .row_cells import tidy

LINKS = {"specialties": "specialty_id", "languages": "language_id", "locations": "location_id"}
PLAIN = (
    "npi",
    "given_name",
    "family_name",
    "credentials",
    "gender",
    "accepting_new_patients",
    "offers_virtual_visits",
)
STATE = ("pk", "live", "on_roster", "has_unpublished_changes")


@dataclasses.dataclass(frozen=True)
class Profile:
    """A profile that is there."""

    pk: int
    live: bool
    on_roster: bool
    has_unpublished_changes: bool
    row: RosterRow


def in_rows(physicians: "QuerySet[Any]") -> "QuerySet[Any, dict[str, Any]]":
    """Return the physicians as the values that `profile_of` reads, in one query."""
    links = {
        f"linked_{name}": ArraySubquery(
            Physician._meta.get_field(name)
            .remote_field.through._default_manager.filter(physician_id=OuterRef("pk"))
            .order_by(column)
            .values(column)
        )
        for name, column in LINKS.items()
    }
    return physicians.annotate(**links).values(*STATE, *PLAIN, "licensed_states", *links)


def profile_of(values: dict[str, Any]) -> Profile:
    """Return one of them."""
    fields: dict[str, Any] = {
        # Tidy as those of a file are: what nobody can see is no difference.
        **{name: tidy(values[name]) if isinstance(values[name], str) else values[name] for name in PLAIN},
        **{name: tuple(values[f"linked_{name}"]) for name in LINKS},
        "licensed_states": tuple(sorted(set(values["licensed_states"]))),
    }
    return Profile(row=RosterRow(**fields), **{name: values[name] for name in STATE})


def profiles_of(npis: Iterable[str]) -> dict[str, Profile]:
    """Return the profiles of these NPIs."""
    found = map(profile_of, in_rows(Physician.objects.filter(npi__in=list(npis)).order_by()))
    return {profile.row.npi: profile for profile in found}


def on_the_roster() -> Iterator[tuple[str, str]]:
    """Yield NPI and name of everybody who is published and came with the roster, read from a cursor of the server."""
    people = (
        Physician.objects.live().filter(on_roster=True).order_by("npi").values_list("npi", "given_name", "family_name")
    )
    for npi, given_name, family_name in people.iterator():
        yield npi, f"{given_name} {family_name}"
