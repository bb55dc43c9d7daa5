"""How many of those who match have each line of each facet: over the first thousand matches."""

from typing import Any

from django.db import connection

from physicians.search.facet_kinds import YesNoFacet
from physicians.search.facets import facet_named
from physicians.search.match_counts import MOST_COUNTED
from physicians.search.tsquery import where

ALL = "all"

Counts = dict[str | None, int]  # by lexeme; None counts every match


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
