"""The SQL function that puts the plain facets into the search, made from their declarations.

The search's own functions call `physicians_facet_lexemes` for each physician. After each `migrate` it is compared with
what the facets declare; if they differ, it is replaced and every physician's document is written again.
"""

from typing import Any

from django.db import connection, transaction

from physicians.search.facet_kinds import PlainFacet
from physicians.search.facets import FACETS, LICENSED
from physicians.terminal_progress import Progress

from .search_rebuild import rebuild_documents

CURRENT = """
SELECT (SELECT prosrc FROM pg_proc WHERE oid = to_regprocedure('physicians_facet_lexemes(jsonb)')),
       to_regprocedure('physicians_refresh(bigint[])') IS NOT NULL
"""


def function_body() -> str:
    """Return the body of the function: `who` is the physician's row, the result their lexemes."""
    plain = [facet.lexemes_sql() for facet in [*FACETS, LICENSED] if isinstance(facet, PlainFacet)]
    return "\n    SELECT '{}'::text[]\n" + "".join(f"        || coalesce({sql}, '{{}}')\n" for sql in plain)


def create_function() -> str:
    """Return the statement that makes the function."""
    return (
        "CREATE OR REPLACE FUNCTION physicians_facet_lexemes(who jsonb) RETURNS text[]"
        f" LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $facets${function_body()}$facets$"
    )


@transaction.atomic
def install_facets() -> bool:
    """Bring the function and all documents in line with the declarations; return True if they had to change."""
    with connection.cursor() as cursor:
        cursor.execute(CURRENT)
        current, has_tables = cursor.fetchone()
        if current == function_body() or not has_tables:
            return False
        cursor.execute(create_function())
    rebuild_documents(progress=Progress(quiet=True))
    return True


def install_after_migrate(**kwargs: Any) -> None:
    """Receive `post_migrate`."""
    install_facets()
