"""A plan that was run: how many match, and how many of them have each line of a facet."""

from dataclasses import dataclass, field

from physicians.search.plan.search_plan import SearchPlan

from .facet_counts import ALL, Counts, count_lexemes
from .ranked_list import RankedList


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
