"""Whom to look for, as PostgreSQL's tsquery over PhysicianDocument.words."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .criteria import NOBODY, Criterion

MOST_COMBINATIONS = 40


@dataclass(frozen=True)
class Wanted:
    """Whom to look for: a tsquery over PhysicianDocument.words, and the narrower ones whose hits come first."""

    query: str  # empty: everybody
    first: list[str] = field(default_factory=list)


def quote(lexeme: str) -> str:
    """Return a lexeme as tsquery's text form has it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def any_of(lexemes: Iterable[str]) -> str:
    """Return a query for one of the lexemes."""
    return "(" + " | ".join(quote(lexeme) for lexeme in list(lexemes) or [NOBODY]) + ")"


def all_of(criteria: Iterable[Criterion], *, exact: bool = False) -> str:
    """Return a query for all of the criteria; with `exact`, without guesses."""
    return " & ".join(any_of(criterion.exact if exact else criterion.lexemes) for criterion in criteria)


def one_complaint_of(criteria: list[Criterion]) -> str:
    """Return a query for all of the criteria, but one of the complaints: somebody with two may see two doctors."""
    complaints = [lexeme for criterion in criteria if criterion.is_complaint for lexeme in criterion.lexemes]
    others = all_of(criterion for criterion in criteria if not criterion.is_complaint)
    return " & ".join(filter(None, [any_of(complaints) if complaints else "", others]))


def wanted(criteria: list[Criterion], name_words: Sequence[str]) -> Wanted:
    """Return whom the criteria ask for.

    Who bears the typed names comes first, then whom the words fit as typed, then who treats every complaint.
    """
    query, strict = one_complaint_of(criteria), all_of(criteria)
    typed = [criterion for criterion in criteria if criterion.part]
    first = []
    if name_words:
        others = all_of(criterion for criterion in criteria if not criterion.part)
        named = " & ".join(filter(None, [*(quote(word) for word in name_words), others]))
        first.append(named)
        query = f"({query}) | ({named})" if query else named
    if (
        typed
        and all(criterion.exact for criterion in typed)
        and any(len(criterion.exact) < len(criterion.lexemes) for criterion in typed)
    ):
        first.append(all_of(criteria, exact=True))
    if sum(criterion.is_complaint for criterion in criteria) > 1:
        first.append(strict)
    return Wanted(query, first)


def some_of(criteria: list[Criterion], number: int) -> str:
    """Return a query for at least so many of the typed parts, and all filters; empty when that would be too long."""
    typed = [criterion for criterion in criteria if criterion.part]
    combinations = list(itertools.islice(itertools.combinations(typed, number), MOST_COMBINATIONS + 1))
    if len(combinations) > MOST_COMBINATIONS:
        return ""
    either = " | ".join(f"({all_of(combination)})" for combination in combinations)
    filters = all_of(criterion for criterion in criteria if not criterion.part)
    return f"({either}) & {filters}" if filters else either


def where(query: str, parameters: dict[str, Any]) -> str:
    """Return the condition for a query and keep its text among the parameters."""
    if not query:
        return "true"
    name = f"query{len(parameters)}"
    parameters[name] = query
    return f"words @@ %({name})s::tsquery"
