"""One page of those who fit, in order. Every order follows an index: a page costs the same however many fit."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .queries import Wanted, where

NEAR = "near AS (SELECT mark, miles FROM unnest(%(marks)s::text[], %(miles)s::float[]) AS near(mark, miles))"

# The nearest clinic of a physician, from the common table `near` of marks and miles.
MILES = "(SELECT min(miles) FROM near WHERE mark = ANY (marks))"

# What each order goes by. Who has no free time comes last; the id breaks ties.
ORDERS = {
    "best": ["unavailable", "gaps", "sort_name", "physician_id"],
    "best near": ["unavailable", MILES, "gaps", "sort_name", "physician_id"],
    "distance": [MILES, "sort_name", "physician_id"],
    "name": ["sort_name", "physician_id"],
    "next": ["coalesce(next_free_at, 'infinity')", "sort_name", "physician_id"],
}
BY_MATCH = {"best", "best near"}  # within these, those who fit better come first


@dataclass(frozen=True)
class Hit:
    """A physician who fits, with what tells why."""

    physician_id: int
    slug: str
    marks: frozenset[str]
    names: frozenset[str]
    next_free_at: datetime.datetime | None
    miles: float | None


@dataclass(frozen=True)
class Cursor:
    """Where in an order somebody stands: in which tier, and the values that it goes by."""

    tier: int
    keys: tuple[Any, ...]


@dataclass(frozen=True)
class Listing:
    """Those who are looked for, in an order; `near` are the marks of clinics with their distance in miles."""

    wanted: Wanted
    order: str
    near: dict[str, float]

    @property
    def tiers(self) -> list[str]:
        """Return the queries whose hits follow each other."""
        return [*self.wanted.first, self.wanted.query] if self.order in BY_MATCH else [self.wanted.query]

    @property
    def keys(self) -> list[str]:
        """Return what the order goes by."""
        return ORDERS[self.order]

    def parameters(self) -> dict[str, Any]:
        """Return what every statement begins with."""
        return {"marks": list(self.near), "miles": list(self.near.values())}

    def read_page(self, *, limit: int, offset: int = 0, behind: Cursor | None = None) -> list[Hit]:
        """Return so many of them, from the beginning or from behind somebody."""
        parameters = self.parameters()
        conditions = [where(query, parameters) for query in self.tiers]
        names = [f"key{place}" for place in range(len(self.keys))]
        keys = ", ".join(f"{key} AS {name}" for key, name in zip(self.keys, names, strict=True))
        branches = []
        for tier, condition in enumerate(conditions):
            if behind and tier < behind.tier:
                continue
            also = [condition, *(f"NOT {other}" for other in conditions[:tier])]
            if behind and tier == behind.tier:
                parameters |= dict(zip(names, behind.keys, strict=True))
                also.append(f"({', '.join(self.keys)}) > ({', '.join(f'%({name})s' for name in names)})")
            branches.append(
                f"(SELECT {tier} AS tier, physician_id, marks, names, next_free_at, {MILES} AS miles, {keys}"
                f" FROM physicians_physiciandocument WHERE {' AND '.join(also)}"
                f" ORDER BY {', '.join(names)} LIMIT {limit + offset})"
            )
        statement = f"""
            WITH {NEAR},
            hit AS (SELECT * FROM ({" UNION ALL ".join(branches)}) AS tiers
                    ORDER BY tier, {", ".join(names)} LIMIT {limit} OFFSET {offset})
            SELECT physician_id, who.slug, marks, names, next_free_at, miles
            FROM hit JOIN physicians_physician AS who ON who.id = physician_id
            ORDER BY tier, {", ".join(names)}
        """
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return [Hit(pk, slug, frozenset(marks), frozenset(its), free, miles)
                    for pk, slug, marks, its, free, miles in cursor]  # fmt: skip

    def find(self, slug: str) -> Cursor | None:
        """Return where the physician of this slug stands; None when nobody of that name fits.

        Python has no infinite time: it stays text.
        """
        parameters = self.parameters() | {"slug": slug}
        conditions = [where(query, parameters) for query in self.tiers]
        tier = "".join(f" WHEN {condition} THEN {number}" for number, condition in enumerate(conditions))
        statement = f"""
            WITH {NEAR}
            SELECT CASE{tier} END, {", ".join(key + "::text" if "infinity" in key else key for key in self.keys)}
            FROM physicians_physiciandocument
            WHERE physician_id = (SELECT id FROM physicians_physician WHERE slug = %(slug)s)
        """
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            row = cursor.fetchone()
        return Cursor(row[0], tuple(row[1:])) if row and row[0] is not None else None
