"""The words of the site that a misspelled or unfinished word may have been meant to be.

What counts as likely is decided by the directory's rules (`closest_words`); here are only the words to choose from.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from physicians.search.parse.closest_words import SHORTEST_BEGINNING, closest_words
from physicians.search.parse.ordinary_words import is_settled
from physicians.search.parse.tokens import Token

from .findable_pages import SHOWN


@dataclass(frozen=True)
class Meant:
    """A known word that a word of the query may have been meant to be."""

    number: int
    word: str
    distance: int  # changed letters
    how: str  # begun (the query has its beginning) or similar (misspelled)

    @property
    def misspelled(self) -> bool:
        """Return True if the word isn't only the beginning of this one."""
        return self.how == "similar"


# The directory's words count too: “stenosis” is no mistake only because no page explains it yet. The first letter is
# hardly ever the mistake, and spares the others from being measured.
MEANT = f"""
WITH asked AS (
    SELECT number, unaccent(word) AS word FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word)
),
{SHOWN},
known AS (
    SELECT word FROM physicians_searchword WHERE left(word, 1) IN (SELECT left(asked.word, 1) FROM asked)
    UNION
    SELECT word FROM shown, unnest(words) AS word WHERE left(word, 1) IN (SELECT left(asked.word, 1) FROM asked)
    UNION
    SELECT regexp_split_to_table(lower(unaccent(title)), '[^[:alnum:]]+') FROM shown
)
SELECT number, known.word, off_by, CASE WHEN off_by = 0 THEN 'begun' ELSE 'similar' END
FROM asked JOIN known ON left(known.word, 1) = left(asked.word, 1),
     LATERAL (SELECT CASE WHEN length(asked.word) >= %(prefix)s AND starts_with(known.word, asked.word) THEN 0
                          ELSE levenshtein_less_equal(known.word, asked.word, 2) END AS off_by) AS measured
WHERE off_by <= 2 AND length(asked.word) >= %(prefix)s
ORDER BY number, off_by, similarity(known.word, asked.word) DESC, known.word
"""


def find_meant(tokens: Iterable[Token]) -> list[Meant]:
    """Return the closest words of the site for each token: those it begins, else the least misspelled."""
    tokens = list(tokens)
    if not tokens:
        return []
    parameters: dict[str, Any] = {
        "numbers": [token.number for token in tokens],
        "words": [token.text for token in tokens],
        "prefix": SHORTEST_BEGINNING,
    }
    candidates: dict[int, list[Meant]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(MEANT, parameters)
        for row in cursor:
            candidates[row[0]].append(Meant(*row))
    return [meant for token in tokens for meant in closest_words(token.text, candidates[token.number])]


def find_meant_on_site(tokens: Iterable[Token]) -> list[Meant]:
    """Return what each token may have been meant to be: every word that it begins, else the one closest word."""
    # “disc” is another spelling of a whole word, not the beginning of “disclosed”.
    unknown = [token for token in tokens if len(token.spellings) == 1 and not is_settled(token)]
    closest: dict[int, Meant] = {}
    meant = find_meant(unknown)
    for meaning in meant:
        closest.setdefault(meaning.number, meaning)
    return [meaning for meaning in meant if not meaning.misspelled or closest[meaning.number] is meaning]
