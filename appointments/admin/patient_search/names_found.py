"""Who may be called what was typed, by the rules of the directory's search: its words, its scores, its nicknames."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from physicians.search.parse.find_people import PARTICLES
from physicians.search.parse.name_scores import Candidate, best_score, forget_names
from physicians.search.parse.name_spelling import words_of
from physicians.search.parse.tokens import Token
from physicians.search.parse.typed_names import LEVELS, Reading, TypedName, readings, typed_name
from physicians.search.parse.unknown_names import NameTable, names_like
from physicians.search.parse.word_lookup import KnownWord
from physicians.search.tsquery import any_of, both, quote

MOST_WORDS = 5  # of a name
MOST_SCORED = 200  # of one group; larger ones are listed in the usual order
ENOUGH = 10  # who are called as it was typed: nobody else is looked for
SHORTEST_BEGINNING = 2  # letters
BEST = 100.0  # higher than any score
EXACT, SHORT_FORMS, MISSPELT = range(len(LEVELS))
PATIENT_NAMES = NameTable(
    "appointments_patientnameword", "1", longest_tried=20, sounds=("dmetaphone", "dmetaphone_alt")
)

# Open requests first, then the newest: the usual order of what is found.
GROUP = """
(SELECT {place} AS place, request.id, status <> 'closed' AS is_open, submitted_at,
        legal_name, preferred_name, caregiver_name, former_names
   FROM appointments_patientnames AS names JOIN appointments_appointmentrequest AS request ON request.id = request_id
  WHERE names.words @@ %s::tsquery
  ORDER BY is_open DESC, submitted_at DESC, request.id DESC LIMIT %s)
"""


@dataclass(frozen=True)
class Found:
    """A request whose names may be meant: found by which query, and its place in the usual order."""

    group: int
    key: int
    place: tuple[bool, float, int]
    people: tuple[Candidate, ...]


def requests_named(text: str, *, most: int) -> list[int]:
    """Return the keys of the requests that may be meant: by score, then open ones first, then the newest."""
    try:
        return _requests_named(text, most)
    finally:
        forget_names()


def _requests_named(text: str, most: int) -> list[int]:
    tokens = [Token(number, word, is_filler=False) for number, word in enumerate(words_of(text)[:MOST_WORDS])]
    if not any(len(token.text) >= SHORTEST_BEGINNING for token in tokens):
        return []
    as_typed = [typed_name((token.number,), token.text) for token in tokens]
    meant = readings(as_typed)
    found = read([every_word(EXACT, meant), every_word(SHORT_FORMS, meant)], most)
    if sum(one.group == 0 for one in found) < ENOUGH:
        known, halves = names_like([token for token in tokens if len(token.text) > 1], PATIENT_NAMES)
        guessed = [typed_name((token.number,), token.text, its(token, known)) for token in tokens]
        meant = readings(guessed, halves)
        found += read([one_misspelt(meant), every_word(MISSPELT, meant)], most, behind=2)
    return ranked(found, meant)


def its(token: Token, known: Iterable[KnownWord]) -> list[KnownWord]:
    """Return the known words that a token may be."""
    return [word for word in known if word.number == token.number]


def unit(word: TypedName, level: int) -> str:
    """Return a query for one word, guessing up to a level. Then the beginning of a name will do."""
    if word.is_initial:
        return quote(f"i:{word.text}")
    begun = f" | {quote(f'n:{word.text}')}:*" if level and len(word.text) >= SHORTEST_BEGINNING else ""
    return any_of(f"n:{name}" for name in word.names(level)) + begun


def every_word(level: int, meant: Sequence[Reading]) -> str:
    """Return a query for those whose name has every word of one of the readings."""
    return " | ".join(f"({both(*(unit(word, level) for word in reading))})" for reading in meant)


def one_misspelt(meant: Sequence[Reading]) -> str:
    """Return a query for those in whose name a single typed word is misspelled."""
    return " | ".join(
        f"({both(*(unit(word, MISSPELT if word is wrong else SHORT_FORMS) for word in reading))})"
        for reading in meant
        for wrong in reading
    )


def read(queries: Sequence[str], most: int, *, behind: int = 0) -> list[Found]:
    """Return everyone the queries find, in one statement. `behind` is the number of queries before these."""
    parameters: list[Any] = [value for query in queries for value in (query, most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(GROUP.format(place=place) for place in range(len(queries))), parameters)
        return [
            Found(behind + group, key, (not is_open, -at.timestamp(), -key), people_of(key, *names))
            for group, key, is_open, at, *names in cursor
        ]


def people_of(key: int, legal: str, preferred: str, caregiver: str, former: str) -> tuple[Candidate, ...]:
    """Return the people whose names lead to a request: the patient, as now and as before, and the caregiver."""
    others = [name for name in (*former.split("; "), caregiver) if name]
    return (candidate(key, legal, preferred), *(candidate(key, name) for name in others))


def candidate(key: int, name: str, known_as: str = "") -> Candidate:
    """Return a whole name as given and family name: “Ana de la Cruz” is of the family “de la Cruz”."""
    parts = name.split()
    last = max(len(parts) - 1, 0)
    while last > 1 and parts[last - 1].casefold() in PARTICLES:
        last -= 1
    return Candidate(key, "", " ".join(parts[:last]), " ".join(parts[last:]), known_as, "", 0, ())


def ranked(found: Sequence[Found], meant: list[Reading]) -> list[int]:
    """Return the keys in order. A group that is too large to be scored comes first if it is exact, otherwise last."""
    sizes = Counter(one.group for one in found)
    places: dict[int, tuple[float, tuple[bool, float, int]]] = {}
    for one in found:
        if sizes[one.group] <= MOST_SCORED:
            value = max(best_score(meant, person).value for person in one.people)
        else:
            value = -one.group if one.group else BEST
        places[one.key] = min((-round(value, 2), one.place), places.get(one.key, (BEST, one.place)))
    return sorted(places, key=lambda key: places[key])
