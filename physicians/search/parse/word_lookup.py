"""What the search tables know of the words of a query, in one statement (physicians/sql/look_up.sql)."""

import itertools
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .tokens import TypedQuery

MOST_SIMILAR = 20  # words for one
SHORTEST_BEGINNING = 2  # letters


@dataclass(frozen=True)
class KnownWord:
    """A word of the tables that the token of that number is, or may have been meant to be.

    `how` is exact, apart (two words typed as one), begun (the token is its beginning), similar (misspelled),
    sounds (like it) or heard (a name of another language, as an American writes it).
    """

    number: int
    how: str
    word: str
    stem: str | None  # None for a stop word
    names: int
    terms: int
    distance: int  # changed letters


@dataclass(frozen=True)
class Term:
    """A phrase of the vocabulary that has at least one stem of the query."""

    kind: str
    target: int
    phrase: str
    stems: frozenset[str]
    official: bool

    @property
    def lexeme(self) -> str:
        """Return the lexeme of the physicians it leads to."""
        return f"{self.kind}:{self.target}"


@dataclass(frozen=True)
class Lookup:
    """Everything the tables know of a query. `mentioned`: by token, the stem that some profile's text has."""

    known: list[KnownWord]
    terms: list[Term]
    mentioned: dict[int, str]

    @property
    def names(self) -> dict[int, str]:
        """Return by number the tokens that are a name exactly as typed."""
        return {known.number: known.word for known in self.known if known.how == "exact" and known.names > 0}


LOOK_UP = (
    "SELECT * FROM physicians_look_up(%(numbers)s, %(words)s, %(required)s, %(primary)s, %(most)s, %(beginning)s)"
)


def look_up(query: TypedQuery) -> Lookup:
    """Look up every token of a query in each of its spellings."""
    rows = [
        (token.number, spelling, not token.is_filler, spelling == token.text)
        for token in query.tokens
        if token.level is None
        for spelling in token.spellings
    ]
    for token, after in itertools.pairwise(query.tokens):  # “whip lash”
        if not (token.is_filler or token.level or after.is_filler or after.level):
            rows += [(number, token.text + after.text, True, False) for number in (token.number, after.number)]
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
        [KnownWord(*row) for row in known or ()],
        [
            Term(kind, target, phrase, frozenset(stems), official)
            for kind, target, phrase, stems, official in terms or ()
        ],
        dict(mentioned or ()),
    )
