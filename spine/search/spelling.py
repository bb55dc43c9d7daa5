"""The words that the site knows, for what is misspelt or only begun."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from physicians.search.parse.tokens import Word

from .shown import SHOWN

SHORTEST_PREFIX = 3  # letters
MOST_MEANT = 8  # words for one


@dataclass(frozen=True)
class Meant:
    """A known word that a word of the query may have been meant to be."""

    number: int
    text: str
    misspelt: bool  # False: the query has its beginning only


# The directory's words too: “stenosis” is no mistake only because no page explains it yet.
SITE_WORDS = f"""
{SHOWN},
known AS (
    SELECT word FROM physicians_searchword WHERE left(word, 1) IN (SELECT left(asked.word, 1) FROM asked)
    UNION
    SELECT word FROM shown, unnest(words) AS word WHERE left(word, 1) IN (SELECT left(asked.word, 1) FROM asked)
    UNION
    SELECT regexp_split_to_table(lower(unaccent(title)), '[^[:alnum:]]+') FROM shown
)
"""

# Trigrams find the candidates, edit distance decides: two mistakes in a word of five letters or more, else one.
# The first letter is hardly ever the mistake: without that rule “lesion” would be read as “fusion”.
# “ngyuen” and “nguyen” share three trigrams of eleven, so the bar for trigrams is low.
MEANT = """
WITH asked AS (
    SELECT number, unaccent(word) AS word FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word)
),
"""
CLOSEST = """,
candidate AS (
    SELECT number, known.word, similarity(known.word, asked.word) AS likeness,
           CASE WHEN length(asked.word) >= %(prefix)s AND starts_with(known.word, asked.word) THEN 0
                ELSE levenshtein(known.word, asked.word) END AS distance
    FROM asked JOIN known ON length(asked.word) > 2
                         AND left(known.word, 1) = left(asked.word, 1)
                         AND (similarity(known.word, asked.word) >= 0.2 OR starts_with(known.word, asked.word))
),
ranked AS (
    SELECT candidate.*, rank() OVER (PARTITION BY number ORDER BY distance) AS closest,
           row_number() OVER (PARTITION BY number ORDER BY distance, likeness DESC, candidate.word) AS place
    FROM candidate JOIN asked USING (number)
    WHERE distance <= CASE WHEN length(asked.word) < 5 THEN 1 ELSE 2 END
)
SELECT number, word, distance > 0 FROM ranked WHERE closest = 1 AND place <= %(most)s ORDER BY number, place
"""


def find_meant(words: Iterable[Word]) -> list[Meant]:
    """Return the closest words that the site knows for each of these: those it begins, else the least misspelt."""
    words = list(words)
    if not words:
        return []
    parameters: dict[str, Any] = {
        "numbers": [word.number for word in words],
        "words": [word.text for word in words],
        "prefix": SHORTEST_PREFIX,
        "most": MOST_MEANT,
    }
    with connection.cursor() as cursor:
        cursor.execute(MEANT + SITE_WORDS + CLOSEST, parameters)
        return [Meant(*row) for row in cursor]


def find_meant_on_site(words: Iterable[Word]) -> list[Meant]:
    """Return what each of the words may have been meant to be: all that it begins, else the one closest word."""
    # “disc” is another spelling of a whole word, not the beginning of “disclosed”.
    unknown = [word for word in words if len(word.spellings) == 1]
    closest: dict[int, Meant] = {}
    meant = find_meant(unknown)
    for meaning in meant:
        closest.setdefault(meaning.number, meaning)
    return [meaning for meaning in meant if not meaning.misspelt or closest[meaning.number] is meaning]
