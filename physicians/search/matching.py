"""What in the directory the words of a query fit, and which published physicians that leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .words import APOSTROPHES, SPELLINGS, Query

HYPHENS = "-\u2010\u2011\u2013"


@dataclass(frozen=True)
class Asked:
    """A word to look for, standing for the word of that number in the query."""

    number: int
    text: str


@dataclass(frozen=True)
class Match:
    """Something that a physician is, does or speaks, and the numbers of the query's words that it fits."""

    physician_id: int
    kind: str  # name, condition, specialty, language or location
    label: str
    numbers: frozenset[int]
    as_typed: bool  # the words stand there together, in this order


def asked_words(query: Query) -> list[Asked]:
    """Return the words of a query with their other spellings."""
    asked = [Asked(word.number, word.text) for word in query.words]
    return asked + [Asked(word.number, SPELLINGS[word.text]) for word in query.words if word.text in SPELLINGS]


# Names are matched as they are (`simple`: the English dictionary would delete the names An, Do and Will), in
# three forms: “o brien nunez”, “obrien nunez” and “obriennunez”. Everything else is matched by English stems.
MATCHES = """
WITH asked AS MATERIALIZED (
    SELECT number,
           plainto_tsquery('simple', unaccent(word)) AS name,
           plainto_tsquery('english', unaccent(word)) AS term
    FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word)
),
thing AS (
    SELECT 'condition' AS kind, id, name AS label,
           to_tsvector('english', unaccent(concat_ws(' . ', name, array_to_string(lay_phrases, ' . ')))) AS words
    FROM physicians_condition
    UNION ALL
    SELECT 'specialty', id, practitioner,
           to_tsvector('english', unaccent(concat_ws(' . ', name, practitioner, array_to_string(lay_phrases, ' . '))))
    FROM physicians_specialty
    UNION ALL
    SELECT 'language', id, name, to_tsvector('english', unaccent(name)) FROM physicians_language
    UNION ALL
    SELECT 'location', id, concat_ws(', ', name, city),
           to_tsvector('english', unaccent(concat_ws(' ', name, city, postal_code)))
    FROM physicians_location
    UNION ALL
    SELECT 'name', id, concat_ws(' ', given_name, family_name),
           to_tsvector('simple', concat_ws(' ', translate(plain, %(apostrophes)s || %(hyphens)s, %(spaces)s),
                                           translate(plain, %(hyphens)s || %(apostrophes)s, %(hyphens_to_spaces)s),
                                           translate(plain, %(apostrophes)s || %(hyphens)s, '')))
    FROM physicians_physician, lower(unaccent(concat_ws(' ', given_name, family_name))) AS plain
    WHERE live
),
fit AS MATERIALIZED (
    SELECT kind, id, label, array_agg(DISTINCT number) AS numbers,
           words @@ phraseto_tsquery(CASE kind WHEN 'name' THEN 'simple'::regconfig ELSE 'english' END,
                                     unaccent(%(phrase)s)) AS as_typed
    FROM thing JOIN asked ON words @@ CASE kind WHEN 'name' THEN name ELSE term END
    GROUP BY kind, id, label, words
),
link(kind, id, physician_id) AS (
    SELECT 'condition', condition_id, physician_id FROM physicians_physician_conditions
    UNION ALL
    SELECT 'specialty', specialty_id, physician_id FROM physicians_physician_specialties
    UNION ALL
    SELECT 'language', language_id, physician_id FROM physicians_physician_languages
    UNION ALL
    SELECT 'location', location_id, physician_id FROM physicians_physician_locations
    UNION ALL
    SELECT 'name', id, id FROM physicians_physician
)
SELECT physician_id, kind, label, numbers, as_typed
FROM fit JOIN link USING (kind, id) JOIN physicians_physician AS physician ON physician.id = physician_id
WHERE physician.live
"""


def find_matches(asked: Iterable[Asked], phrase: str) -> list[Match]:
    """Return everything about published physicians that fits one of the words; `phrase` is all of them in a row."""
    asked = list(asked)
    if not asked:
        return []
    parameters: dict[str, Any] = {
        "numbers": [word.number for word in asked],
        "words": [word.text for word in asked],
        "phrase": phrase,
        "apostrophes": APOSTROPHES,
        "hyphens": HYPHENS,
        "hyphens_to_spaces": " " * len(HYPHENS),
        "spaces": " " * len(APOSTROPHES + HYPHENS),
    }
    with connection.cursor() as cursor:
        cursor.execute(MATCHES, parameters)
        return [
            Match(physician, kind, label, frozenset(numbers), as_typed)
            for physician, kind, label, numbers, as_typed in cursor
        ]
