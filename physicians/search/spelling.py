"""What a word that fits nothing was meant to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .words import APOSTROPHES, Word

SHORTEST_PREFIX = 3  # letters
MOST_MEANT = 8  # words for one


@dataclass(frozen=True)
class Meant:
    """A known word that a word of the query may have been meant to be."""

    number: int
    text: str
    misspelt: bool  # False: the query has its beginning only


# Everything that the directory can be searched by, as a query named `known` of words.
DIRECTORY_WORDS = """
text AS (
    SELECT concat_ws(' ', given_name, family_name) AS text FROM physicians_physician WHERE live
    UNION ALL
    SELECT concat_ws(' ', name, array_to_string(lay_phrases, ' ')) FROM physicians_condition
    UNION ALL
    SELECT concat_ws(' ', name, practitioner, array_to_string(lay_phrases, ' ')) FROM physicians_specialty
    UNION ALL
    SELECT name FROM physicians_language
    UNION ALL
    SELECT concat_ws(' ', name, city) FROM physicians_location
),
known AS (
    SELECT DISTINCT word
    FROM text,
         concat_ws(' ', translate(text, %(apostrophes)s, ''), translate(text, %(apostrophes)s, %(spaces)s)) AS plain,
         regexp_split_to_table(lower(unaccent(plain)), '[^a-z0-9]+') AS word
    WHERE length(word) > 1
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


def find_meant(words: Iterable[Word], known: str = DIRECTORY_WORDS) -> list[Meant]:
    """Return the closest words that are `known` for each of these: those it begins, else the least misspelt."""
    words = list(words)
    if not words:
        return []
    parameters: dict[str, Any] = {
        "numbers": [word.number for word in words],
        "words": [word.text for word in words],
        "apostrophes": APOSTROPHES,
        "spaces": " " * len(APOSTROPHES),
        "prefix": SHORTEST_PREFIX,
        "most": MOST_MEANT,
    }
    with connection.cursor() as cursor:
        cursor.execute(MEANT + known + CLOSEST, parameters)
        return [Meant(*row) for row in cursor]
