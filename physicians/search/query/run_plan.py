"""A plan that was run: how many match, and how many of them have each line of a facet."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from physicians.search.plan.match_tiers import MatchTiers
from physicians.search.plan.search_plan import SearchPlan
from physicians.search.tsquery import MOST_COUNTED, where

from .ranked_list import FEW, RankedList

ALL = "all"
SEPARATOR = "\x1f"  # is in no lexeme

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
        """Return the matches in order, to be read page by page. A single one has no tiers."""
        plan, matches = self.plan, self.plan.listed
        if self.total == 1 and plan.order == "best":
            matches = MatchTiers(matches.query)
        return RankedList(matches, plan.order, plan.near, are_few=self.total <= FEW)

    def counts_of(self, facet: str) -> Counts:
        """Return the counts of a facet's lines, which ignore the facet's own choice."""
        return self.counts.get(facet, self.counts[ALL])


def run(plan: SearchPlan) -> Search:
    """Count the matches of a plan, in one statement."""
    return Search(plan, count_lexemes({ALL: plan.matches.query, **plan.facet_queries}))


def count_lexemes(queries: dict[str, str]) -> dict[str, Counts]:
    """Return for each query how many of its first MOST_COUNTED + 1 matches have each lexeme.

    The keys are the facets that the counts are for; under ALL they are for the other facets.
    """
    parameters: dict[str, Any] = {"separator": SEPARATOR}
    matches = [lexemes_of_matches(name, query, parameters) for name, query in queries.items()]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(matches), parameters)
        return {name: count_words(total, lexemes) for name, total, lexemes in cursor}


def lexemes_of_matches(name: str, query: str, parameters: dict[str, Any]) -> str:
    """Return the SELECT for the number of matches and all their lexemes, in one text.

    Python counts them: PostgreSQL, which all pages share, would need as long again to unnest and group them.
    """
    return (
        f"SELECT '{name}', count(*), string_agg(array_to_string(lexemes, %(separator)s), %(separator)s)"
        f" FROM (SELECT lexemes FROM physicians_physiciandocument WHERE {where(query, parameters)}"
        f" LIMIT {MOST_COUNTED + 1}) AS hit"
    )


def count_words(total: int, lexemes: str | None) -> Counts:
    """Return how often each lexeme is in a text of them, and the number of matches."""
    counts: Counts = Counter(lexemes.split(SEPARATOR) if lexemes else ())
    counts[None] = total
    return counts
