"""Which pages match the words, the best first."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection

from .asked import Asked
from .findable_pages import ASKED, SEARCHED

MOST_PAGES = 200

FITTED = f"""
WITH {ASKED}, {SEARCHED}
SELECT number FROM asked WHERE EXISTS (SELECT FROM searched WHERE vector @@ term)
"""

# A page is in if no other matches more of the words that count. One word in a title weighs more than any number of
# them in a text, because ts_rank adds up to 1.64 of a weight at most. Words in the order they were typed count again.
RANKED = f"""
WITH {ASKED}, {SEARCHED},
fit AS (
    SELECT id, number, max(part * ts_rank(%(weights)s::real[], vector, term)) AS rank
    FROM asked JOIN searched ON vector @@ term
    GROUP BY id, number
),
scored AS (
    SELECT id, count(*) FILTER (WHERE number = ANY (%(wanted)s::int[])) AS covered, sum(rank) AS rank
    FROM fit GROUP BY id
)
SELECT id FROM scored JOIN searched USING (id)
WHERE covered > 0 AND covered = (SELECT max(covered) FROM scored)
ORDER BY rank + ts_rank(%(weights)s::real[], vector, phraseto_tsquery('english', unaccent(%(phrase)s))) DESC, title, id
LIMIT %(most)s
"""
WEIGHTS = [0.01, 0.05, 0.25, 1.0]  # of a text, a summary, patients' words, a title


def parameters(asked: Iterable[Asked]) -> dict[str, Any]:
    """Return the parameters of the queries."""
    asked = list(asked)
    return {"numbers": [word.number for word in asked], "words": [word.text for word in asked]}


def fitted(asked: Iterable[Asked]) -> frozenset[int]:
    """Return the numbers of the words that match any page at all."""
    with connection.cursor() as cursor:
        cursor.execute(FITTED, parameters(asked))
        return frozenset(number for (number,) in cursor)


def best_pages(asked: Iterable[Asked], *, wanted: Collection[int], phrase: str) -> list[int]:
    """Return the ids of at most MOST_PAGES pages that match most of the `wanted` words, the best first."""
    with connection.cursor() as cursor:
        more = {"wanted": list(wanted), "phrase": phrase, "weights": WEIGHTS, "most": MOST_PAGES}
        cursor.execute(RANKED, parameters(asked) | more)
        return [page for (page,) in cursor]
