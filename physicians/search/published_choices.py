"""What the directory can be narrowed by, read in one query."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, FloatField, Value
from django.db.models.functions import Cast

from physicians.models import Condition, Language, Location, Procedure, Specialty

FACETS = ("specialty", "condition", "procedure", "location", "language")


@dataclass(frozen=True)
class Choice:
    """A row that can be chosen: `value` stands in the address, `lexeme` in the documents of the physicians."""

    kind: str
    pk: int
    value: str
    name: str
    said: str  # as a reason says it: “Neurosurgeon” of Neurosurgery, “Oak Meadow, Raleigh” of a clinic
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def lexeme(self) -> str:
        """Return its mark."""
        return f"{self.kind}:{self.pk}"


@dataclass(frozen=True)
class Choices:
    """Everything that is published of the vocabulary and the clinics, by name."""

    rows: list[Choice]
    by_lexeme: dict[str, Choice] = field(default_factory=dict)
    by_value: dict[tuple[str, str], Choice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_lexeme.update({row.lexeme: row for row in self.rows})
        self.by_value.update({(row.kind, row.value): row for row in self.rows})

    def of_kind(self, kind: str) -> list[Choice]:
        """Return the rows of a kind, in the order of their names."""
        return [row for row in self.rows if row.kind == kind]

    def of_region(self, region: str) -> list[Choice]:
        """Return the conditions of a part of the spine."""
        return [row for row in self.rows if row.kind == "condition" and row.region == region]

    def label(self, lexeme: str) -> str:
        """Return the name of what a mark stands for; nothing when it is not published."""
        row = self.by_lexeme.get(lexeme)
        return row.name if row else ""


def load_choices() -> Choices:
    """Return every condition, procedure, specialty, location and language that is published."""
    nothing, nowhere = Value(""), Cast(Value(None), FloatField())
    rows: list[tuple[Any, ...]] = [
        (Condition.objects.live(), "condition", "slug", F("name"), F("body_region"), nowhere, nowhere),
        (Procedure.objects.live(), "procedure", "slug", F("name"), nothing, nowhere, nowhere),
        (Specialty.objects.live(), "specialty", "slug", F("practitioner"), nothing, nowhere, nowhere),
        (Location.objects.live(), "location", "slug", F("city"), nothing, F("latitude"), F("longitude")),
        (Language.objects.all(), "language", "code", F("name"), nothing, nowhere, nowhere),
    ]
    lists = [
        queryset.order_by().values_list(Value(kind), "pk", F(value), F("name"), *others)
        for queryset, kind, value, *others in rows
    ]
    found = [Choice(*row) for row in lists[0].union(*lists[1:], all=True)]
    return Choices(sorted(found, key=lambda row: row.name.casefold()))
