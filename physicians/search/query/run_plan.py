"""A plan that was run: how many match, and how many of them have each line of a facet."""

from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from physicians.search.facet_kinds import YesNoFacet
from physicians.search.facets import facet_named
from physicians.search.plan.search_plan import SearchPlan
from physicians.search.tsquery import MOST_COUNTED, where

from .ranked_list import RankedList

ALL = "all"

Counts = dict[str | None, int]  # by lexeme; None counts every match


@dataclass(frozen=True)
class WayOut:
    """One thing that an empty list can do without, and how many would match then."""

    label: str
    address: str
    count: int
    more: bool


@dataclass(frozen=True)
class Search:
    """A plan and its counts; `ways_out` when nothing matched."""

    plan: SearchPlan
    counts: dict[str, Counts]
    ways_out: list[WayOut] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Return how many match, at most MOST_COUNTED + 1."""
        return self.counts[ALL].get(None, 0)

    @property
    def ranked(self) -> RankedList:
        """Return the matches in order, to be read page by page."""
        return RankedList(self.plan.listed, self.plan.order, self.plan.near)

    def counts_of(self, facet: str) -> Counts:
        """Return the counts of a facet's lines, which ignore the facet's own choice."""
        return self.counts.get(facet, self.counts[ALL])


def run(plan: SearchPlan) -> Search:
    """Count the matches of a plan, in one statement."""
    return Search(plan, count_lexemes({ALL: plan.matches.query, **plan.facet_queries}))


def count_lexemes(queries: dict[str, str]) -> dict[str, Counts]:
    """Return for each query how many of its first MOST_COUNTED + 1 matches have each lexeme.

    The keys are the facets whose lexemes are counted; under ALL every facet's are.
    """
    parameters: dict[str, Any] = {}
    counts = [counting(name, query, parameters) for name, query in queries.items()]
    found: dict[str, Counts] = {name: {} for name in queries}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(counts), parameters)
        for name, lexeme, count in cursor:
            found[name][lexeme] = count
    return found


def counting(name: str, query: str, parameters: dict[str, Any]) -> str:
    """Return the SELECT that counts the lexemes of a facet, or of ALL."""
    hits = (
        f"(SELECT lexemes FROM physicians_physiciandocument WHERE {where(query, parameters)}"
        f" LIMIT {MOST_COUNTED + 1}) AS hit"
    )
    if isinstance(facet_named(name), YesNoFacet):  # one lexeme: quicker than to unfold them all
        ticked = f"count(*) FILTER (WHERE '{name}' = ANY (lexemes))"
        return f"SELECT '{name}', unnest(ARRAY['{name}', NULL]), unnest(ARRAY[{ticked}, count(*)]) FROM {hits}"
    its = "" if name == ALL else f"WHERE lexeme IS NULL OR lexeme LIKE '{name}:%%'"
    return (
        f"SELECT '{name}', lexeme, count(*)"
        f" FROM (SELECT unnest(array_append(lexemes, NULL)) AS lexeme FROM {hits}) AS each {its} GROUP BY lexeme"
    )
