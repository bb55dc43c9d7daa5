"""How many fit, and how many of them have each mark: over the first thousand, which is enough for a patient."""

from typing import Any

from django.db import connection

from physicians.search.tsquery import where

MOST_COUNTED = 1000
FLAGS = ("accepting", "virtual")  # facets of one mark

Counts = dict[str | None, int]


def count_marks(queries: dict[str, str]) -> dict[str, Counts]:
    """Return for each facet's query how many of its first MOST_COUNTED + 1 hits have each of the facet's marks.

    The query under `all` counts every mark. The mark None counts all hits.
    """
    parameters: dict[str, Any] = {}
    counts = []
    for facet, query in queries.items():
        hits = (
            f"(SELECT marks FROM physicians_physiciandocument WHERE {where(query, parameters)}"
            f" LIMIT {MOST_COUNTED + 1}) AS hit"
        )
        if facet in FLAGS:
            flagged = f"count(*) FILTER (WHERE '{facet}' = ANY (marks))"
            counts.append(
                f"SELECT '{facet}', unnest(ARRAY['{facet}', NULL]), unnest(ARRAY[{flagged}, count(*)]) FROM {hits}"
            )
            continue
        its = "" if facet == "all" else f"WHERE mark IS NULL OR mark LIKE '{facet}:%%'"
        counts.append(
            f"SELECT '{facet}', mark, count(*)"
            f" FROM (SELECT unnest(array_append(marks, NULL)) AS mark FROM {hits}) AS each {its} GROUP BY mark"
        )
    found: dict[str, Counts] = {facet: {} for facet in queries}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(counts), parameters)
        for facet, mark, count in cursor:
            found[facet][mark] = count
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
