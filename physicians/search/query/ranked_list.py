"""One page of the matches, in order. Every order follows an index: a page costs the same however many match."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from physicians.search.plan.match_tiers import MatchTiers
from physicians.search.plan.search_plan import NEARBY_ORDERS
from physicians.search.tsquery import both, quote, where

FEW = 200  # are read in about a millisecond

# Clinics nearby, and rings of those at the same distance.
NEAR = "near AS (SELECT lexeme, miles FROM unnest(%(near)s::text[], %(miles)s::float[]) AS near(lexeme, miles))"
RINGS = (
    "ring AS (SELECT miles, string_agg(quote_literal(lexeme), ' | ')::tsquery AS query"
    " FROM near GROUP BY miles ORDER BY miles)"
)
MILES = "(SELECT min(miles) FROM near WHERE lexeme = ANY (lexemes))"  # to a physician's nearest clinic

# What each order goes by. Physicians without a free time come last; the id breaks ties.
ORDERS = {
    "best": ["unavailable", "gaps", "sort_name", "physician_id"],
    "best near": ["miles", "gaps", "sort_name", "physician_id"],  # taking new patients is a tier of its own
    "best soon": ["coalesce(next_free_at, 'infinity')", "sort_name", "physician_id"],  # within each tier
    "distance": ["miles", "sort_name", "physician_id"],
    "name": ["sort_name", "physician_id"],
    "next": ["coalesce(next_free_at, 'infinity')", "sort_name", "physician_id"],
}


@dataclass(frozen=True)
class Hit:
    """A physician who matches, with what tells why."""

    physician_id: int
    slug: str
    lexemes: frozenset[str]  # those of the facets
    names: frozenset[str]
    next_free_at: datetime.datetime | None
    miles: float | None


@dataclass(frozen=True)
class Cursor:
    """A physician's place in an order: the tier, and the values that the order goes by."""

    tier: int
    keys: tuple[Any, ...]


# The place of a physician among those who were scored. They are the first tier if there are any.
SCORED = "physician_id = ANY (%(scored)s::bigint[])"
PLACE = "array_position(%(scored)s::bigint[], physician_id)"


@dataclass(frozen=True)
class RankedList:
    """The matches in an order; `near` are the lexemes of clinics with their distance in miles.

    With `are_few`, there are at most FEW matches: they are read by their words, and then put in order. PostgreSQL
    takes words that it has no statistics of for frequent ones, and would go along the order's index in the hope of
    filling a page soon.
    """

    matches: MatchTiers
    order: str
    near: dict[str, float]
    are_few: bool = False

    @property
    def tiers(self) -> list[str]:
        """Return the queries whose hits follow each other, each without the hits of those before it."""
        tiers = [*self.matches.first, self.matches.query]
        scored = [self.matches.query] if self.matches.scored else []
        match self.order:
            case "best" | "best soon":
                return [*scored, *tiers]
            case "best near":
                near = [narrowed for query in tiers for narrowed in (both(query, quote("accepting")), query)]
                return [*scored, *near]
        return tiers[-1:]

    @property
    def keys(self) -> list[str]:
        """Return what the order goes by, as columns."""
        return ORDERS[self.order]

    def keys_of(self, tier: int) -> list[str]:
        """Return what the order of a tier goes by: the scores, or the columns."""
        return [PLACE, *self.keys] if self.is_scored(tier) else self.keys

    def is_scored(self, tier: int) -> bool:
        """Return True for the tier of those who were scored."""
        return not tier and bool(self.matches.scored) and self.order.startswith("best")

    def in_tier(self, tier: int, parameters: dict[str, Any]) -> str:
        """Return the condition for the matches of a tier."""
        condition = where(self.tiers[tier], parameters)
        return f"({condition} AND {SCORED})" if self.is_scored(tier) else condition

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of every statement."""
        return {"near": list(self.near), "miles": list(self.near.values()), "scored": list(self.matches.scored)}

    def read_page(self, *, limit: int, offset: int = 0, behind: Cursor | None = None) -> list[Hit]:
        """Return up to `limit` hits, from the beginning or from behind a physician.

        A tier is looked into only when those before it don't fill the page.
        """
        parameters = self.parameters()
        places = range(behind.tier if behind else 0, len(self.tiers))
        names = ["place", *(f"key{number}" for number in range(len(self.keys)))]
        tiers = []
        for place in places:
            keys = self.keys_of(place)
            conditions = [f"NOT {self.in_tier(earlier, parameters)}" for earlier in range(place)]
            if self.is_scored(place):
                conditions.append(SCORED)
            if behind and place == behind.tier:
                its = names[-len(keys) :]
                parameters |= dict(zip(its, behind.keys, strict=True))
                conditions.append(f"({', '.join(keys)}) > ({', '.join(f'%({name})s' for name in its)})")
            if place > places[0]:
                counted = " + ".join(f"(SELECT count(*) FROM tier{earlier})" for earlier in range(places[0], place))
                conditions.append(f"{counted} < {limit + offset}")
            columns = zip([PLACE if self.is_scored(place) else "0", *self.keys], names, strict=True)
            tiers.append(
                f"tier{place} AS MATERIALIZED ("
                f" SELECT {place} AS tier, physician_id, lexemes, names, next_free_at,"
                f" {', '.join(f'{key} AS {name}' for key, name in columns)}"
                f" FROM {self.source(self.tiers[place], conditions, parameters)}"
                f" ORDER BY {', '.join(keys)} LIMIT {limit + offset})"
            )
        order = f"ORDER BY tier, {', '.join(names)}"
        statement = f"""
            WITH {NEAR}, {RINGS}, {", ".join(tiers)},
            hit AS ({" UNION ALL ".join(f"SELECT * FROM tier{place}" for place in places)}
                    {order} LIMIT {limit} OFFSET {offset})
            SELECT physician_id, who.slug, lexemes, names, next_free_at, {MILES}
            FROM hit JOIN physicians_physician AS who ON who.id = physician_id
            {order}
        """
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return [Hit(pk, slug, frozenset(lexemes), frozenset(its), free, miles)
                    for pk, slug, lexemes, its, free, miles in cursor]  # fmt: skip

    def source(self, query: str, conditions: list[str], parameters: dict[str, Any]) -> str:
        """Return where the hits of a query come from: the table, or ring after ring, the nearest first."""
        if self.order not in NEARBY_ORDERS:
            matching = f"physicians_physiciandocument WHERE {' AND '.join([where(query, parameters), *conditions])}"
            return f"(SELECT * FROM {matching} OFFSET 0) AS matching" if self.are_few else matching
        there = where(query, parameters, also="ring.query")
        conditions = [
            there,
            "NOT lexemes && ARRAY(SELECT lexeme FROM near WHERE near.miles < ring.miles)",
            *conditions,
        ]
        return f"ring, LATERAL (SELECT * FROM physicians_physiciandocument WHERE {' AND '.join(conditions)}) AS there"

    def find(self, slug: str) -> Cursor | None:
        """Return the place of the physician with this slug, None if they don't match.

        Python has no infinite time: it stays text.
        """
        parameters = self.parameters() | {"slug": slug}
        tiers = "".join(f" WHEN {self.in_tier(tier, parameters)} THEN {tier}" for tier in range(len(self.tiers)))
        keys = [PLACE, *(key + "::text" if "infinity" in key else key for key in self.keys)]
        statement = f"""
            WITH {NEAR}
            SELECT CASE{tiers} END, {", ".join(keys)}
            FROM (SELECT *, {MILES} AS miles FROM physicians_physiciandocument) AS document
            WHERE physician_id = (SELECT id FROM physicians_physician WHERE slug = %(slug)s)
        """
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            row = cursor.fetchone()
        if not row or None in (row[0], *row[2:]):
            return None
        return Cursor(row[0], tuple(row[1:] if self.is_scored(row[0]) else row[2:]))
