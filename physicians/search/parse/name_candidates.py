"""Who may be called as it was typed: read from the tables by the words, a few hundred at most."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from physicians.search.tsquery import any_of, both, quote

from .name_scores import Candidate
from .typed_names import LEVELS, Reading, TypedName
from .unknown_names import PHYSICIANS
from .word_lookup import MOST_SIMILAR, KnownWord

MOST_MATCHES = 500  # of a group that is put in order by score; larger ones are listed in the usual order
MOST_SCORED = 100  # of one group
MOST_NAMESAKES = 20_000  # are compared with the whole of what was typed
SHORTEST_BEGUN = 3  # letters
SHORTEST_COMPLETED = 4
ELIDED = {"d", "l", "o"}  # they begin a family name, with an apostrophe
# Names like the words of a name, when nobody is called as it was typed.
NAMES_MEANT = f"""
SELECT number, how, alike.word, distance
FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word),
     LATERAL (
        SELECT CASE distance WHEN 0 THEN 'exact' ELSE 'similar' END AS how, word, names, distance
        FROM physicians_similar_words(asked.word, %(most)s)
        UNION ALL
        SELECT 'sounds', its.word, names, 1 FROM ({PHYSICIANS.same_sound}) AS its WHERE its.word <> asked.word
     ) AS alike
WHERE names > 0
"""
PEOPLE_CALLED = "SELECT * FROM physicians_people_called(%s, %s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Found:
    """The candidates; the groups that are too large to be put in order; and the words for which a name was meant."""

    candidates: list[Candidate]
    large: list[str]
    similar: list[KnownWord] = field(default_factory=list)


def name_groups(found: Sequence[Reading], *, completed: bool = True) -> list[str]:
    """Return queries for those who may be called so, the surest first.

    The first two are always asked, the next if the first finds nobody, and the last if nobody at all was found.
    With `completed`, a word that is a name may also begin one.
    """
    as_typed = found[0]
    if len(as_typed) == 1 and len(found) == 1:
        [word] = as_typed
        exact = word.names(0)
        families = any_of(f"f:{name}" for name in exact)
        return [families, any_of(f"n:{name}" for name in word.names(1)), any_of(f"n:{name}" for name in word.names(2))]
    groups = [" | ".join(all_words(reading, level) for reading in found) for level in range(len(LEVELS))]
    if completed:
        groups[-1] = " | ".join([groups[-1], *with_one_begun(as_typed)])
    if any(word.optional for word in as_typed):
        without = [tuple(word for word in reading if not word.optional) for reading in found]
        groups.append(" | ".join(all_words(reading, len(LEVELS) - 1) for reading in without if reading))
    # What a group before it has asked already finds nobody new.
    return [query if query not in groups[:place] else any_of(()) for place, query in enumerate(groups)]


def all_words(reading: Reading, level: int) -> str:
    """Return a query for those whose name has every word, guessing up to a level: an initial will do then."""
    units = [
        quote(f"i:{word.text}")
        if word.is_initial
        else any_of(f"n:{name}" for name in [*word.names(level), *(initials(word) if level else ())])
        for word in reading
    ]
    return f"({both(*units)})"


def with_one_begun(reading: Reading) -> list[str]:
    """Return queries for those who have all words but one, and that begins a name: the tables complete no “john”."""
    found = []
    for word in reading:
        others = [any_of(f"n:{name}" for name in other.names(0)) for other in reading if other is not word]
        if others and len(word.text) >= SHORTEST_COMPLETED:
            found.append(f"({both(*others, quote(f'n:{word.text}') + ':*')})")
    return found


def namesakes(words: Sequence[TypedName]) -> list[str]:
    """Return for each word a query for those who have a name that it may be."""
    return [any_of(f"n:{name}" for name in word.names(len(LEVELS) - 1)) for word in words if not word.optional]


def initials(word: TypedName) -> set[str]:
    """Return the initial that a directory may have instead of the name: “J. Smith” is John, O'Hara no Olson."""
    return {word.text[0]} - ELIDED


def read_candidates(
    groups: Sequence[str],
    text: str,
    *,
    by_family: bool,
    widely: Sequence[TypedName] = (),
    otherwise: Sequence[str] = (),
) -> Found:
    """Return the candidates of each group; without any, those called like the words in `widely`, or `otherwise`."""
    found = people_called(groups, text, by_family=by_family, otherwise=() if widely else otherwise)
    if not widely or found.candidates or found.large:
        return found
    similar = names_meant(widely)
    alike = people_called([with_names_meant(widely, similar)], text, by_family=by_family, otherwise=otherwise)
    return Found(alike.candidates, [], similar)  # hundreds whose names are only similar are no answer


def people_called(groups: Sequence[str], text: str, *, by_family: bool, otherwise: Sequence[str]) -> Found:
    """Return the people of these groups (physicians/sql/people_called.sql).

    How much a name is like the text is measured at the family name with `by_family`, else at both names.
    """
    bounds = [MOST_MATCHES, MOST_SCORED, MOST_NAMESAKES]
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE_CALLED, [list(groups), list(otherwise), text, by_family, *bounds])
        rows = cursor.fetchall()
    found: dict[int, Candidate] = {}
    large: set[int] = set()
    for place, matches, pk, npi, given, family, known_as, former, alike, *order in rows:
        if matches > MOST_MATCHES and place < len(groups):
            large.add(place)
        else:
            found.setdefault(pk, Candidate(pk, npi, given, family, known_as, former, alike, (*order, pk)))
    return Found(list(found.values()), [groups[place] for place in sorted(large)])


def names_meant(words: Sequence[TypedName]) -> list[KnownWord]:
    """Return the names like these words, and of the same sound."""
    parameters: dict[str, Any] = {
        "numbers": [word.numbers[0] for word in words],
        "words": [word.text for word in words],
        "most": MOST_SIMILAR,
    }
    with connection.cursor() as cursor:
        cursor.execute(NAMES_MEANT, parameters)
        return [KnownWord(number, how, word, None, 1, 0, distance) for number, how, word, distance in cursor]


def with_names_meant(words: Sequence[TypedName], similar: Sequence[KnownWord]) -> str:
    """Return a query for those whose name has each of these words that is like a name: that name, or one it begins."""
    units = []
    for word in words:
        meant = [known.word for known in similar if known.number == word.numbers[0]]
        begun = [quote(f"n:{word.text}") + ":*"] if len(word.text) >= SHORTEST_BEGUN else []
        if meant:
            units.append(" | ".join([any_of(f"n:{name}" for name in meant), *begun]))
    return both(*units) or any_of(())
