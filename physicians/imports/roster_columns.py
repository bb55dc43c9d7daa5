"""The columns of the hospital's roster. One declaration each; docs/how-to/add-a-roster-column.md has the rest."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .column_kinds import ChoiceColumn, Column, NpiColumn, TextColumn, YesNoColumn
from .list_columns import CodesColumn, LinksColumn, ListColumn
from .name_lookup import Lookups


class RosterColumns:
    """What the import takes, the export writes, and editors can't change on the profile of anyone on the roster."""

    def __init__(self, npi: NpiColumn, *after_npi: Column[Any]) -> None:
        """Take the columns in the order in which the export writes them."""
        self.npi = npi
        self.after_npi = after_npi

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """Return all of them."""
        return (self.npi, *self.after_npi)

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the names in the first line of the file."""
        return tuple(column.header for column in self.columns)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields of the profile that belong to the roster."""
        return tuple(column.field for column in self.columns)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return what editors see beside these fields."""
        return tuple(column.label for column in self.columns)

    def header_of(self, field: str) -> str:
        """Return the column of a field, “?” for one that the roster no longer has."""
        return next((column.header for column in self.columns if column.field == field), "?")

    def lookups(self) -> Lookups:
        """Return the names and codes for the columns that are lists, in one query for each."""
        return {column.field: column.lookup() for column in self.columns if isinstance(column, ListColumn)}


ROSTER = RosterColumns(
    NpiColumn("npi", "npi"),
    TextColumn("first_name", "given_name"),
    TextColumn("last_name", "family_name"),
    TextColumn("known_as", "known_as", note=_("Mike")),
    TextColumn("former_name", "former_name", note=_("a last name of before")),
    TextColumn("credentials", "credentials", note=_("MD, PhD")),
    ChoiceColumn(
        "gender",
        "gender",
        also={"woman": "female", "f": "female", "man": "male", "m": "male", "non-binary": "nonbinary"},
    ),
    LinksColumn("specialties", "specialties"),
    LinksColumn("languages", "languages", code="code", note=_("Spanish;ase")),
    LinksColumn("locations", "locations"),
    YesNoColumn("accepting_new_patients", "accepting_new_patients"),
    YesNoColumn("virtual_visits", "offers_virtual_visits", note=_("yes needs a state in licensed_states")),
    CodesColumn("licensed_states", "licensed_states", unknown=_("“%(name)s” is not a state."), note=_("NC;Virginia")),
)
