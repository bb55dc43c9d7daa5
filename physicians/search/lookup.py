"""What the search tables know of the words of a query, in one statement."""

import itertools
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .words import Query

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


# A word that the tables have as it stands is not looked for in other forms. The range is a LIKE with an index that
# also serves beginnings that are known at run time only.
LOOKUP = """
WITH asked AS MATERIALIZED (
    SELECT number, public.unaccent('public.unaccent', word) AS word, required, primary_spelling
    FROM unnest(%(numbers)s::int[], %(words)s::text[], %(required)s::bool[], %(primary)s::bool[])
         AS asked(number, word, required, primary_spelling)
),
exact AS MATERIALIZED (
    SELECT number, 'exact' AS how, known.word, names, terms, 0 AS distance
    FROM asked JOIN physicians_searchword AS known ON known.word = asked.word
    UNION ALL
    -- “herniation” has the stem of “herniated”.
    SELECT number, 'exact', asked.word, 0, 1, 0
    FROM asked
    WHERE NOT EXISTS (SELECT FROM physicians_searchword AS known WHERE known.word = asked.word AND known.terms > 0)
      AND EXISTS (SELECT FROM physicians_searchterm AS term WHERE term.stems @> physicians_stems(asked.word)
                  AND physicians_stems(asked.word) <> '{}')
),
unknown AS MATERIALIZED (
    SELECT number, word FROM asked
    WHERE required AND primary_spelling AND number NOT IN (SELECT number FROM exact)
),
known AS MATERIALIZED (
    SELECT * FROM exact
    UNION ALL
    SELECT number, 'begun', begun.*, 0
    FROM unknown, LATERAL (
        SELECT word, names, terms FROM physicians_searchword AS known
        WHERE known.word ~>=~ unknown.word AND known.word ~<~ (unknown.word || chr(1114111))
        ORDER BY names + terms DESC, word LIMIT %(most)s
    ) AS begun
    WHERE length(unknown.word) >= %(beginning)s
    UNION ALL
    SELECT number, 'similar', alike.word, names, 0, distance
    FROM unknown, LATERAL physicians_similar_words(unknown.word, %(most)s) AS alike
    WHERE names > 0 AND length(unknown.word) >= 3 AND NOT starts_with(alike.word, unknown.word)
    UNION ALL
    -- The vocabulary is small: every word of it is measured, for trigrams miss “bcak”.
    SELECT number, 'similar', known.word, 0, terms, off_by
    FROM unknown JOIN physicians_searchword AS known ON known.terms > 0
                      AND length(known.word) BETWEEN length(unknown.word) - 2 AND length(unknown.word) + 2,
         LATERAL (SELECT levenshtein_less_equal(known.word, unknown.word, 2) AS off_by) AS measured
    WHERE length(unknown.word) >= 3 AND off_by <= 2 AND NOT starts_with(known.word, unknown.word)
    UNION ALL
    -- “Backpain” is two words.
    SELECT number, 'apart', known.word, 0, terms, 0
    FROM unknown, generate_series(3, length(unknown.word) - 3) AS place,
         LATERAL (SELECT left(unknown.word, place) AS one, substr(unknown.word, place + 1) AS other) AS cut
         JOIN physicians_searchword AS known ON known.terms > 0 AND known.word IN (one, other)
    WHERE EXISTS (SELECT FROM physicians_searchword WHERE word = one AND terms > 0)
      AND EXISTS (SELECT FROM physicians_searchword WHERE word = other AND terms > 0)
    UNION ALL
    SELECT number, 'sounds', known.word, 0, terms, off_by
    FROM unknown JOIN physicians_searchword AS known
                      ON known.terms > 0 AND dmetaphone(known.word) = dmetaphone(unknown.word),
         LATERAL (SELECT levenshtein_less_equal(known.word, unknown.word, 4) AS off_by) AS measured
    WHERE unknown.word ~ '^[a-z]{5,}$' AND off_by <= 4
),
stemmed AS MATERIALIZED (SELECT known.*, (physicians_stems(word))[1] AS stem FROM known),
term AS (
    SELECT kind, target, phrase, stems, official FROM physicians_searchterm
    WHERE stems && ARRAY(SELECT DISTINCT stem FROM stemmed WHERE terms > 0 AND stem IS NOT NULL)
),
mentioned AS (
    SELECT number, stem FROM unknown, LATERAL (SELECT (physicians_stems(word))[1] AS stem) AS its
    WHERE EXISTS (SELECT FROM physicians_physiciandocument
                  WHERE words @@ (quote_literal('b:' || stem))::tsquery)
)
SELECT (SELECT json_agg(json_build_array(number, how, word, stem, names, terms, distance)) FROM stemmed),
       (SELECT json_agg(json_build_array(kind, target, phrase, stems, official)) FROM term),
       (SELECT json_agg(json_build_array(number, stem)) FROM mentioned)
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
        cursor.execute(LOOKUP, parameters)
        known, terms, mentioned = cursor.fetchone()
    return Lookup(
        [Known(*row) for row in known or ()],
        [
            Term(kind, target, phrase, frozenset(stems), official)
            for kind, target, phrase, stems, official in terms or ()
        ],
        dict(mentioned or ()),
    )
