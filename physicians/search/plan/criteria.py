"""What a physician has to match: the filters of the address and the parts of the words, all in one form."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from physicians.search.facets import FACETS
from physicians.search.parse.query_parser import ParsedQuery
from physicians.search.parse.query_parts import Part
from physicians.search.parse.search_address import Filters
from physicians.search.published_choices import Choices

NAMED_IN_LABEL = 2


@dataclass(frozen=True)
class Criterion:
    """One thing to match, by any of its lexemes."""

    parameter: str  # of the address: a facet, "zip", or "q" for a part of the words
    label: str
    lexemes: tuple[str, ...]
    without: Filters  # the address less this
    part: Part | None = None

    @property
    def closest(self) -> tuple[str, ...]:
        """Return the lexemes that need the least guessing."""
        return tuple(meaning.lexeme for meaning in self.part.closest) if self.part else self.lexemes

    @property
    def role(self) -> str:
        """Return what it does (see `part_roles`); a filter of the address must match."""
        return self.part.role if self.part else "must"


def all_criteria(
    filters: Filters, parsed: ParsedQuery, choices: Choices, near: dict[str, float] | None = None
) -> list[Criterion]:
    """Return everything that is asked for, the words first. `near` are the lexemes of the clinics nearby."""
    found = word_criteria(filters, parsed)
    for facet in FACETS:
        if values := filters.chosen.get(facet.name, ()):
            rows = [choices.by_value[facet.name, value] for value in values]
            label = _(" or ").join(row.name for row in rows)
            lexemes = tuple(row.lexeme for row in rows)
            found.append(Criterion(facet.name, label, lexemes, filters.without(facet.name)))
    if filters.zip_code:
        found.append(Criterion("zip", zip_label(filters), tuple(near or ()), without_zip(filters, parsed)))
    return found


def word_criteria(filters: Filters, parsed: ParsedQuery) -> list[Criterion]:
    """Return what the words ask for; words that mean nothing are one criterion that nobody matches."""
    query = parsed.query
    if query.required and not parsed.parts and parsed.unknown:
        return [Criterion("q", query.typed(parsed.unknown), (), replace(filters, text=""))]
    return [
        Criterion(
            "q",
            part_label(part),
            part.lexemes,
            replace(filters, text=query.without(part.numbers, keep=parsed.understood - part.numbers)),
            part,
        )
        for part in parsed.parts
    ]


def zip_label(filters: Filters) -> str:
    """Return how the distance is shown."""
    return _("Within %(miles)s miles of %(zip)s") % {"miles": filters.within, "zip": filters.zip_code}


def without_zip(filters: Filters, parsed: ParsedQuery) -> Filters:
    """Return the address without the ZIP code, wherever it was typed."""
    text = parsed.query.without(parsed.zip_numbers) if parsed.zip_numbers else filters.text
    return replace(filters.without("zip"), text=text)


def part_label(part: Part) -> str:
    """Return what a part of the words was read as."""
    kind = part.meanings[0].kind
    if part.level:
        return part.typed  # its conditions are many
    if kind == "name":
        return (_("Name: %(name)s") if part.exact else _("Name like %(name)s")) % {"name": part.typed}
    if kind == "npi":
        return _("NPI %(number)s") % {"number": part.typed}
    if kind == "text":
        return _("Profile mentions “%(word)s”") % {"word": part.typed}
    return any_name(list(dict.fromkeys(meaning.label for meaning in part.meanings)))


def any_name(names: list[str]) -> str:
    """Return the names as alternatives; of many, only the first ones."""
    if len(names) <= NAMED_IN_LABEL + 1:
        return _(" or ").join(names)
    named, more = ", ".join(names[:NAMED_IN_LABEL]), len(names) - NAMED_IN_LABEL
    return _("%(names)s and %(count)s more") % {"names": named, "count": more}
