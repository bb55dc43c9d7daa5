"""PostgreSQL's tsquery over PhysicianDocument.words: as text, and how many physicians match."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

MOST_COUNTED = 1000  # which is enough for a patient
NO_MATCH = "nobody"  # a lexeme that no document has


def quote(lexeme: str) -> str:
    """Return a lexeme in tsquery's text form."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def any_of(lexemes: Iterable[str]) -> str:
    """Return a query for at least one of the lexemes; for none, a query that matches nobody."""
    return "(" + " | ".join(quote(lexeme) for lexeme in list(lexemes) or [NO_MATCH]) + ")"


def both(*queries: str) -> str:
    """Return a query for all of these; empty ones are skipped."""
    return " & ".join(f"({query})" for query in queries if query)


def where(query: str, parameters: dict[str, Any], also: str = "") -> str:
    """Return the SQL condition for a query and add its text to the parameters; `also` is a tsquery in SQL."""
    if not query:
        return f"words @@ {also}" if also else "true"
    name = f"query{len(parameters)}"
    parameters[name] = query
    return f"words @@ (%({name})s::tsquery && {also})" if also else f"words @@ %({name})s::tsquery"


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
