"""What a facet can be made of: a vocabulary, a field with choices, or a yes/no field of Physician."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from physicians.models import Physician

Text = str | Promise
OTHER_PARAMETERS = {"q", "zip", "within", "sort", "page", "after"}
TICKED, NOT_TICKED = {"1", "on", "true", "yes"}, {"", "0", "off", "false", "no"}
UNREADABLE = _("We couldn't read part of this link, so we left it out.")
MOST_VALUES = 50  # of one facet in an address


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One way to narrow the directory; `facets` declares them all.

    `name` is the parameter of the address and begins the facet's lexemes. `field` is the field of Physician that the
    facet reads. Raises ValueError for a name that an address can't hold or a field of the wrong kind, and
    FieldDoesNotExist for an unknown field.
    """

    name: str
    field: str
    label: Text  # the heading
    group: Text = ""  # facets of a group share one box on the page
    is_open: bool = False  # shown with its lines open
    is_medical: bool = False  # what patients have or need: matching any one of several is enough
    switch: str = ""  # the yes/no field of Organization that offers the facet; empty: it's always offered
    not_offered: Text = ""  # said when the facet is asked for and isn't offered
    unreadable: Text = UNREADABLE  # said of a value that doesn't exist
    # By value, what asks for it in the search box; a vocabulary has its own phrases.
    phrases: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)
    only_beside: frozenset[str] = frozenset()  # words beside which these phrases are about the doctor

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or self.name in OTHER_PARAMETERS:
            raise ValueError(f"{self.name!r} can't be the name of a facet")
        if not self.fits(Physician._meta.get_field(self.field)):
            raise ValueError(f"Physician.{self.field} is not a field for a {type(self).__name__}")

    def fits(self, model_field: Any) -> bool:
        """Return True if the facet can be made of this field of Physician."""
        return True

    def read(self, values: list[str]) -> list[str]:
        """Return the values of the facet in an address, each once."""
        return list(dict.fromkeys(value for value in values if value))[:MOST_VALUES]


@dataclass(frozen=True, kw_only=True)
class VocabularyFacet(Facet):
    """A many-to-many field: one line for each published row. Its rows are search terms too."""

    value_field: str = "slug"  # in the address
    detail_field: str = "name"  # `detail` in the reason: a clinic's city, who practices a specialty
    reason: Text = "%(detail)s"  # also takes `name`, and `phrase`: the name inside a sentence

    def fits(self, model_field: Any) -> bool:
        """Return True for a many-to-many field."""
        return bool(model_field.many_to_many)

    @property
    def model(self) -> type[Model]:
        """Return the model of the rows."""
        related: Any = Physician._meta.get_field(self.field).related_model
        return related


@dataclass(frozen=True, kw_only=True)
class PlainFacet(Facet):
    """A field of the physician's own row; `facet_lexemes` puts its values into the search."""

    def choices(self) -> list[tuple[str, Text]]:
        """Return the value and the label of each line."""
        raise NotImplementedError

    def lexeme(self, value: str) -> str:
        """Return the lexeme of the physicians with this value."""
        return f"{self.name}:{value}"

    def lexemes_sql(self) -> str:
        """Return SQL for a physician's lexemes as text[]; `who` is the row as jsonb."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class ChoiceFacet(PlainFacet):
    """A field with choices, or an array of them: one line for each choice."""

    def fits(self, model_field: Any) -> bool:
        """Return True for a field with choices, or an array of one."""
        return bool(getattr(model_field, "base_field", model_field).choices)

    def choices(self) -> list[tuple[str, Text]]:
        """Return the field's choices."""
        model_field: Any = Physician._meta.get_field(self.field)
        return list(getattr(model_field, "base_field", model_field).choices)

    def lexemes_sql(self) -> str:
        """Return a lexeme for each value that isn't empty."""
        return (
            f"ARRAY(SELECT '{self.name}:' || value FROM jsonb_path_query(who, '$.{self.field}[*]') AS found,"
            " LATERAL (SELECT nullif(found #>> '{}', '')) AS its(value) WHERE value IS NOT NULL)"
        )


@dataclass(frozen=True, kw_only=True)
class YesNoFacet(PlainFacet):
    """A boolean field: one box to tick, `1` in the address. The lexeme is the facet's name."""

    line: Text  # beside the box

    def fits(self, model_field: Any) -> bool:
        """Return True for a yes/no field."""
        return isinstance(model_field, BooleanField)

    def choices(self) -> list[tuple[str, Text]]:
        """Return the one line."""
        return [("1", self.line)]

    def lexeme(self, value: str) -> str:
        """Return the facet's name."""
        return self.name

    def lexemes_sql(self) -> str:
        """Return the facet's name where the field is true."""
        return f"CASE WHEN (who ->> '{self.field}')::boolean THEN ARRAY['{self.name}'] END"

    def read(self, values: list[str]) -> list[str]:
        """Return `1` for a ticked box, nothing for an empty one, and what is neither as it was typed."""
        value = values[-1] if values else ""
        if value.lower() in NOT_TICKED:
            return []
        return ["1" if value.lower() in TICKED else value]
