"""Criteria as PostgreSQL's tsquery over PhysicianDocument.words."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from physicians.search.parse.find_people import NOBODY
from physicians.search.parse.query_parser import ParsedQuery
from physicians.search.tsquery import any_of, both, quote

from .criteria import Criterion

MOST_COMBINATIONS = 40


@dataclass(frozen=True)
class MatchTiers:
    """A tsquery for everyone who matches, and the narrower ones whose matches come first."""

    query: str  # empty: everyone
    first: list[str] = field(default_factory=list)
    scored: tuple[int, ...] = ()  # physicians who come before all others, in this order, if they match


def match_tiers(criteria: list[Criterion], parsed: ParsedQuery | None = None) -> MatchTiers:
    """Return who the criteria ask for: matches of every `must`, and of at least one `any`.

    The people whose name was typed come first, then exact name matches, then physicians matching every term as typed,
    then those matching the most terms. Nobody who matches a `not` is in any tier.
    """
    full_name = whole_names(parsed) if parsed else []
    without = without_any(criteria)
    criteria = [criterion for criterion in criteria if criterion.role != "not"]
    must = all_of(criterion for criterion in criteria if criterion.role == "must")
    units = [any_of(criterion.lexemes) for criterion in criteria if criterion.role == "any"]
    query = both(must, " | ".join(units))
    first = []
    if full_name:
        filters = all_of(criterion for criterion in criteria if not criterion.part)
        named = both(" | ".join(full_name), filters)
        first.append(named)
        query = f"({query}) | ({named})" if query else named
    if any(len(criterion.closest) < len(criterion.lexemes) for criterion in criteria):
        first.append(all_of(criteria, closest=True))
    if any(criterion.role == "order" for criterion in criteria):
        first.append(all_of(criteria))
    tiers = (some_of(units, number) for number in range(len(units), 1, -1))
    first += [both(must, tier) for tier in tiers if tier]
    people = parsed.people if parsed else NOBODY
    first = [*(both(query, group) for group in people.large), *first]
    if without:
        query, first = both(query, without), [both(tier, without) for tier in first]
    return MatchTiers(query, first, people.ids)


def whole_names(parsed: ParsedQuery) -> list[str]:
    """Return queries for those whose name is everything that was typed: word by word as typed, or by their number."""
    found = [f"({' & '.join(quote(word) for word in parsed.full_name)})"] if parsed.full_name else []
    people = parsed.people
    if people.complete and people.numbers >= parsed.query.required:
        found.append(any_of(f"npi:{person.someone.npi}" for person in people.complete))
    return found


def without_any(criteria: Iterable[Criterion]) -> str:
    """Return a query for those who have nothing of what must be absent; empty if nothing must."""
    lexemes = [lexeme for criterion in criteria if criterion.role == "not" for lexeme in criterion.lexemes]
    return f"!{any_of(lexemes)}" if lexemes else ""


def fewer_words(criteria: list[Criterion]) -> list[str]:
    """Return queries for fewer and fewer of the typed words, with all filters kept."""
    filters = both(all_of(criterion for criterion in criteria if not criterion.part), without_any(criteria))
    units = [any_of(criterion.lexemes) for criterion in criteria if criterion.part and criterion.role == "must"]
    others = [lexeme for criterion in criteria if criterion.role == "any" for lexeme in criterion.lexemes]
    if others:
        units.append(any_of(others))
    fewer = (some_of(units, number) for number in range(len(units) - 1, 0, -1))
    return [both(filters, query) for query in fewer if query]


def all_of(criteria: Iterable[Criterion], *, closest: bool = False) -> str:
    """Return a query for all of the criteria; with `closest`, by the lexemes that need the least guessing."""
    return " & ".join(any_of(criterion.closest if closest else criterion.lexemes) for criterion in criteria)


def some_of(units: Sequence[str], number: int) -> str:
    """Return a query for at least `number` of these queries; empty if it would be too long."""
    combinations = list(itertools.islice(itertools.combinations(units, number), MOST_COMBINATIONS + 1))
    if not number or len(combinations) > MOST_COMBINATIONS:
        return ""
    return " | ".join(f"({both(*combination)})" for combination in combinations)
