"""How many physicians match a query: over the first thousand, which is enough for a patient."""

from typing import Any

from django.db import connection

from .tsquery import where

MOST_COUNTED = 1000


def count_each(queries: list[str]) -> list[int]:
    """Return how many match each query, at most MOST_COUNTED + 1."""
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
