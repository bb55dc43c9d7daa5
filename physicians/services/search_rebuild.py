"""Rebuilds the tables of the search, or compares them with what they should be, while the search goes on.

The functions of the triggers (physicians/sql/) write them; nothing here repeats what is in them. Each piece is one
transaction, so a search sees every row either as it was or as it will be.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from physicians.models import Physician, SearchTerm
from physicians.search.facet_kinds import VocabularyFacet
from physicians.search.facets import FACETS
from physicians.terminal_progress import Progress

BATCH = 500  # physicians locked in one transaction
TERM_TABLES = {facet.name: facet.model._meta.db_table for facet in FACETS if isinstance(facet, VocabularyFacet)}

# An update that changes nothing runs the row's trigger again.
SAME_AGAIN = [f"UPDATE {table} SET id = id" for table in TERM_TABLES.values()]
STRAY_TERMS = "DELETE FROM physicians_searchterm WHERE NOT ({})".format(
    " OR ".join(
        f"kind = '{kind}' AND EXISTS (SELECT FROM {table} WHERE id = target)" for kind, table in TERM_TABLES.items()
    )
)
TRUE_WORDS = """
SELECT word, sum(names)::integer AS names, sum(terms)::integer AS terms FROM (
    SELECT unnest(names) AS word, 1 AS names, 0 AS terms FROM physicians_physiciandocument
    UNION ALL
    SELECT unnest(physicians_words(phrase)), 0, 1 FROM physicians_searchterm) AS used
 GROUP BY word
"""
MEND_WORDS = f"""
WITH wanted AS ({TRUE_WORDS}),
     strays AS (DELETE FROM physicians_searchword WHERE word NOT IN (SELECT word FROM wanted))
INSERT INTO physicians_searchword AS known (word, names, terms) SELECT word, names, terms FROM wanted
ON CONFLICT (word) DO UPDATE SET names = EXCLUDED.names, terms = EXCLUDED.terms
 WHERE (known.names, known.terms) <> (EXCLUDED.names, EXCLUDED.terms)
"""
WRONG_WORDS = f"""
SELECT count(*) FROM ({TRUE_WORDS}) AS wanted FULL JOIN physicians_searchword AS known USING (word)
 WHERE (wanted.names, wanted.terms) IS DISTINCT FROM (known.names, known.terms)
"""
# Lexemes are in the order in which their rows were found, which means nothing.
DOCUMENTS = """
SELECT physician_id, md5(concat_ws('|', words, ARRAY(SELECT unnest(lexemes) ORDER BY 1), names, unavailable, gaps,
                                   sort_name, coalesce(next_free_at, 'infinity') AT TIME ZONE 'UTC'))
  FROM physicians_physiciandocument WHERE physician_id = ANY (%s)
"""


def rebuild(*, progress: Progress) -> None:
    """Rebuild the three tables: documents in batches, then terms, then the counts of words."""
    rebuild_documents(progress=progress)
    progress.start("Terms", len(TERM_TABLES))
    for statement in SAME_AGAIN:
        _execute(statement)
        progress.add()
    _execute(STRAY_TERMS)
    progress.start("Words")
    _count_words()


def rebuild_documents(*, progress: Progress) -> None:
    """Rebuild the document of every physician, in batches."""
    progress.start("Physicians", Physician.objects.count())
    for ids in _batches():
        with transaction.atomic():
            _refresh(ids)
        progress.add(len(ids))


def differences(*, progress: Progress) -> dict[str, int]:
    """Return how many rows of each table a rebuild would change; changes nothing itself."""
    found = {"physicians": 0, "terms": 0}
    progress.start("Physicians", Physician.objects.count())
    for ids in _batches():
        with transaction.atomic():
            before = _documents(ids)
            _refresh(ids)
            after = _documents(ids)
            transaction.set_rollback(True)
        found["physicians"] += sum(before.get(pk) != after.get(pk) for pk in before.keys() | after.keys())
        progress.add(len(ids))
    with transaction.atomic():
        before_terms = _terms()
        for statement in [*SAME_AGAIN, STRAY_TERMS]:
            _execute(statement)
        after_terms = _terms()
        transaction.set_rollback(True)
    found["terms"] = (before_terms - after_terms).total() + (after_terms - before_terms).total()
    with connection.cursor() as cursor:
        cursor.execute(WRONG_WORDS)
        found["words"] = cursor.fetchone()[0]
    return found


@transaction.atomic
def _count_words() -> None:
    # Readers go on, writers wait: a change committed during the count would be lost.
    _execute("LOCK TABLE physicians_searchword IN SHARE ROW EXCLUSIVE MODE")
    _execute(MEND_WORDS)


def _batches() -> Iterator[list[int]]:
    """Yield the ids of all physicians, published or not, in batches."""
    ids: list[int] = [0]
    while ids := list(Physician.objects.filter(pk__gt=ids[-1]).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield ids


def _refresh(ids: list[int]) -> None:
    _execute("SELECT physicians_refresh(%s::bigint[])", [ids])


def _documents(ids: list[int]) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(DOCUMENTS, [ids])
        return dict(cursor.fetchall())


def _terms() -> Counter[tuple[object, ...]]:
    terms = SearchTerm.objects.values_list("kind", "target", "phrase", "stems", "official")
    return Counter((kind, target, phrase, tuple(stems), official) for kind, target, phrase, stems, official in terms)


def _execute(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
