"""How many fit, and how many of them have each mark: over the first thousand, which is enough for a patient."""

from typing import Any

from django.db import connection

from .queries import where

MOST_COUNTED = 1000


def count_marks(queries: list[str]) -> list[dict[str | None, int]]:
    """Return for each query how many of its first MOST_COUNTED + 1 hits have each mark; None counts them all."""
    parameters: dict[str, Any] = {}
    hits, counts = [], []
    for number, query in enumerate(queries):
        hits.append(
            f"hit{number} AS MATERIALIZED (SELECT marks FROM physicians_physiciandocument"
            f" WHERE {where(query, parameters)} LIMIT {MOST_COUNTED + 1})"
        )
        counts.append(
            f"SELECT {number}, mark, count(*) FROM hit{number}, unnest(marks) AS mark GROUP BY mark"
            f" UNION ALL SELECT {number}, NULL, count(*) FROM hit{number}"
        )
    found: list[dict[str | None, int]] = [{} for query in queries]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(hits)} {' UNION ALL '.join(counts)}", parameters)
        for number, mark, count in cursor:
            found[number][mark] = count
    return found


def count_each(queries: list[str]) -> list[int]:
    """Return how many fit each query, at most MOST_COUNTED + 1."""
    if not queries:
        return []
    parameters: dict[str, Any] = {}
    counts = [
        f"(SELECT count(*) FROM (SELECT FROM physicians_physiciandocument"
        f" WHERE {where(query, parameters)} LIMIT {MOST_COUNTED + 1}) AS hit)"
        for query in queries
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)}", parameters)
        return list(cursor.fetchone())
