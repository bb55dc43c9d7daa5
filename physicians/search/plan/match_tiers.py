"""Whom to look for, as PostgreSQL's tsquery over PhysicianDocument.words."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from physicians.search.tsquery import any_of, both, quote

from .criteria import Criterion

MOST_COMBINATIONS = 40


@dataclass(frozen=True)
class Wanted:
    """Whom to look for: a tsquery over PhysicianDocument.words, and the narrower ones whose hits come first."""

    query: str  # empty: everybody
    first: list[str] = field(default_factory=list)


def all_of(criteria: Iterable[Criterion], *, closest: bool = False) -> str:
    """Return a query for all of the criteria; with `closest`, for what needs the least guessing."""
    return " & ".join(any_of(criterion.closest if closest else criterion.lexemes) for criterion in criteria)


def some_of(units: Sequence[str], number: int) -> str:
    """Return a query for at least so many of these queries; empty when that would be too long."""
    combinations = list(itertools.islice(itertools.combinations(units, number), MOST_COMBINATIONS + 1))
    if not number or len(combinations) > MOST_COMBINATIONS:
        return ""
    return " | ".join(f"({both(*combination)})" for combination in combinations)


def wanted(criteria: list[Criterion], name_words: Sequence[str]) -> Wanted:
    """Return whom the criteria ask for: all that must be, and one of the others.

    Who bears the typed names comes first, then whom everything fits as typed, then whom most fits.
    """
    must = all_of(criterion for criterion in criteria if criterion.role == "must")
    others = [criterion for criterion in criteria if criterion.role == "any"]
    ordering = [criterion for criterion in criteria if criterion.role == "order"]
    units = [any_of(criterion.lexemes) for criterion in others]
    query = both(must, " | ".join(units))
    first = []
    if name_words:
        filters = all_of(criterion for criterion in criteria if not criterion.part)
        named = both(" & ".join(quote(word) for word in name_words), filters)
        first.append(named)
        query = f"({query}) | ({named})" if query else named
    if any(len(criterion.closest) < len(criterion.lexemes) for criterion in criteria):
        first.append(all_of(criteria, closest=True))
    if ordering:
        first.append(all_of(criteria))
    tiers = (some_of(units, number) for number in range(len(units), 1, -1))
    first += [both(must, tier) for tier in tiers if tier]
    return Wanted(query, first)


def with_fewer(criteria: list[Criterion]) -> list[str]:
    """Return the queries for ever fewer of the typed words, all filters kept: for when nobody fits all of them."""
    filters = all_of(criterion for criterion in criteria if not criterion.part)
    units = [any_of(criterion.lexemes) for criterion in criteria if criterion.part and criterion.role == "must"]
    others = [lexeme for criterion in criteria if criterion.role == "any" for lexeme in criterion.lexemes]
    if others:
        units.append(any_of(others))
    fewer = (some_of(units, number) for number in range(len(units) - 1, 0, -1))
    return [both(filters, query) for query in fewer if query]
