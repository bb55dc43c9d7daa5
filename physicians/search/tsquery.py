"""PostgreSQL's tsquery over PhysicianDocument.words, as text."""

from collections.abc import Iterable
from typing import Any

NOBODY = "nobody"  # a lexeme that no document has


def quote(lexeme: str) -> str:
    """Return a lexeme as tsquery's text form has it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def any_of(lexemes: Iterable[str]) -> str:
    """Return a query for one of the lexemes."""
    return "(" + " | ".join(quote(lexeme) for lexeme in list(lexemes) or [NOBODY]) + ")"


def both(*queries: str) -> str:
    """Return a query for all of these, of which some may be empty."""
    return " & ".join(f"({query})" for query in queries if query)


def where(query: str, parameters: dict[str, Any], also: str = "") -> str:
    """Return the condition for a query and keep its text among the parameters; `also` is a tsquery in SQL."""
    if not query:
        return f"words @@ {also}" if also else "true"
    name = f"query{len(parameters)}"
    parameters[name] = query
    return f"words @@ (%({name})s::tsquery && {also})" if also else f"words @@ %({name})s::tsquery"
