"""What the search tables know of the words of a query, in one statement (physicians/sql/look_up.sql)."""

import itertools
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .tokens import Query

MOST_SIMILAR = 20  # words for one
SHORTEST_BEGINNING = 2  # letters


@dataclass(frozen=True)
class Known:
    """A word that the tables have, for the word of that number in the query."""

    number: int
    how: str  # exact, apart (typed as one word), begun (the query has its beginning), similar (misspelt) or sounds
    word: str
    stem: str | None  # None of a stop word
    names: int
    terms: int
    distance: int  # changes of a letter


@dataclass(frozen=True)
class Term:
    """A phrase that has at least one stem of the query."""

    kind: str
    target: int
    phrase: str
    stems: frozenset[str]
    official: bool

    @property
    def lexeme(self) -> str:
        """Return the mark of the physicians it leads to."""
        return f"{self.kind}:{self.target}"


@dataclass(frozen=True)
class Lookup:
    """Everything that is known of a query. `mentioned`: the stems of the words that some profile's text has."""

    known: list[Known]
    terms: list[Term]
    mentioned: dict[int, str]


LOOK_UP = (
    "SELECT * FROM physicians_look_up(%(numbers)s, %(words)s, %(required)s, %(primary)s, %(most)s, %(beginning)s)"
)

SIMILAR = """
SELECT number, alike.word, names, terms, distance
FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word),
     LATERAL physicians_similar_words(public.unaccent('public.unaccent', asked.word), %(most)s) AS alike
WHERE names > 0
"""


def look_up(query: Query) -> Lookup:
    """Ask for every word of a query, in each of its spellings."""
    rows = [
        (word.number, spelling, not word.small, spelling == word.text)
        for word in query.words
        if word.level is None
        for spelling in word.spellings
    ]
    for word, after in itertools.pairwise(query.words):  # “whip lash”
        if not (word.small or word.level or after.small or after.level):
            rows += [(number, word.text + after.text, True, False) for number in (word.number, after.number)]
    if not rows:
        return Lookup([], [], {})
    numbers, words, required, primary = (list(column) for column in zip(*rows, strict=True))
    parameters: dict[str, Any] = {
        "numbers": numbers,
        "words": words,
        "required": required,
        "primary": primary,
        "most": MOST_SIMILAR,
        "beginning": SHORTEST_BEGINNING,
    }
    with connection.cursor() as cursor:
        cursor.execute(LOOK_UP, parameters)
        known, terms, mentioned = cursor.fetchone()
    return Lookup(
        [Known(*row) for row in known or ()],
        [
            Term(kind, target, phrase, frozenset(stems), official)
            for kind, target, phrase, stems, official in terms or ()
        ],
        dict(mentioned or ()),
    )


def similar_names(query: Query) -> list[Known]:
    """Return the words of names that are spelled like the words that count, those themselves included."""
    asked = [word for word in query.words if word.number in query.required]
    with connection.cursor() as cursor:
        cursor.execute(
            SIMILAR, {"numbers": [word.number for word in asked], "words": [word.text for word in asked],
                      "most": MOST_SIMILAR}
        )  # fmt: skip
        return [
            Known(number, "similar" if distance else "exact", word, None, names, terms, distance)
            for number, word, names, terms, distance in cursor
        ]
