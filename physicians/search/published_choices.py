"""What the directory can be narrowed by: the lines of every facet, the vocabulary's read in one query."""

import functools
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, FloatField, Model, QuerySet, Value
from django.db.models.functions import Cast

from physicians.zip_places import Place, place_or_zip

from .facet_kinds import PlainFacet, VocabularyFacet
from .facets import FACETS, facet_named


@dataclass(frozen=True)
class Choice:
    """One line of a facet: `value` in the address, `lexeme` in the documents of the physicians who have it."""

    facet: str
    value: str
    name: str
    lexeme: str
    pk: int | None = None  # None where the value isn't a row
    detail: str = ""  # “Neurosurgeon” of Neurosurgery, the city of a clinic
    region: str = ""
    place: Place | None = None  # of a clinic


@dataclass(frozen=True)
class Choices:
    """The lines of every facet: published rows by name, plain values in their declared order."""

    rows: list[Choice]
    by_lexeme: dict[str, Choice] = field(default_factory=dict)
    by_value: dict[tuple[str, str], Choice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_lexeme.update({row.lexeme: row for row in self.rows})
        self.by_value.update({(row.facet, row.value): row for row in self.rows})

    def of_facet(self, name: str) -> list[Choice]:
        """Return the lines of a facet, in order."""
        return [row for row in self.rows if row.facet == name]

    def of_region(self, region: str) -> list[Choice]:
        """Return the conditions of a part of the spine."""
        return [row for row in self.rows if row.facet == "condition" and row.region == region]

    def label(self, lexeme: str) -> str:
        """Return the name behind a lexeme, an empty text if it isn't published."""
        row = self.by_lexeme.get(lexeme)
        return row.name if row else ""


def load_choices() -> Choices:
    """Return the lines of every facet."""
    vocabularies = tuple(facet.name for facet in FACETS if isinstance(facet, VocabularyFacet))
    with connection.cursor() as cursor:
        cursor.execute(*published_sql(vocabularies))
        found = [
            Choice(
                facet, value, name, f"{facet}:{pk}", pk, detail, region, place_or_zip(latitude, longitude, zip_code)
            )
            for facet, pk, value, name, detail, region, latitude, longitude, zip_code in cursor
        ]
    plain = [
        Choice(facet.name, value, str(label), facet.lexeme(value))
        for facet in FACETS
        if isinstance(facet, PlainFacet)
        for value, label in facet.choices()
    ]
    return Choices([*sorted(found, key=lambda row: row.name.casefold()), *plain])


@functools.cache
def published_sql(names: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """Return the statement for the rows of these vocabularies: Django takes longer to write it than to run it."""
    facets = (facet_named(name) for name in names)
    lists = [published_rows(facet) for facet in facets if isinstance(facet, VocabularyFacet)]
    statement: tuple[str, tuple[Any, ...]] = lists[0].union(*lists[1:], all=True).query.sql_with_params()
    return statement


def published_rows(facet: VocabularyFacet) -> QuerySet[Any, Any]:
    """Return the published rows of a vocabulary, each as the values of a Choice."""
    manager: Any = facet.model._default_manager
    rows = manager.live() if hasattr(manager, "live") else manager.all()
    degrees = Cast(Value(None), FloatField())
    found: QuerySet[Any, Any] = rows.order_by().values_list(
        Value(facet.name),
        "pk",
        F(facet.value_field),
        F("name"),
        F(facet.detail_field),
        column(facet.model, "body_region", Value("")),
        column(facet.model, "latitude", degrees),
        column(facet.model, "longitude", degrees),
        column(facet.model, "postal_code", Value("")),
    )
    return found


def column(model: type[Model], name: str, otherwise: Any) -> Any:
    """Return a column of the model, or something else if it doesn't have that column."""
    return F(name) if name in {its.name for its in model._meta.fields} else otherwise
