"""Who may be called as it was typed: read from the tables by the words, a few hundred at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from physicians.search.tsquery import any_of, both, quote, where

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
COLUMNS = "physician_id, unavailable, gaps, sort_name"
USUAL_ORDER = "unavailable, gaps, sort_name, physician_id"

GROUP = """
group{place} AS MATERIALIZED (
    SELECT {columns} FROM physicians_physiciandocument WHERE {condition} LIMIT {most})
"""
# Of all who have one of the words as a name, those whose whole name is most like what was typed.
LIKEST = """
group{place} AS MATERIALIZED (
    SELECT {columns} FROM (
        SELECT {columns} FROM physicians_physiciandocument WHERE {condition} LIMIT {most}
    ) AS called JOIN physicians_physician AS who ON who.id = physician_id
    ORDER BY public.similarity(public.unaccent('public.unaccent', lower(given_name || ' ' || family_name)),
                               %(text)s) DESC, physician_id
    LIMIT {likest})
"""
# When nobody is called as it was typed: a word that is a name may be another one, misspelled or begun.
WIDEST = f"""
meant AS MATERIALIZED (
    SELECT number, asked.word AS typed, how, alike.word, distance
    FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, word),
         LATERAL (
            SELECT CASE distance WHEN 0 THEN 'exact' ELSE 'similar' END AS how, word, names, distance
            FROM physicians_similar_words(asked.word, %(most)s)
            UNION ALL
            SELECT 'sounds', its.word, names, 1 FROM ({PHYSICIANS.same_sound}) AS its WHERE its.word <> asked.word
         ) AS alike
    WHERE names > 0),
unit AS (
    SELECT string_agg(quote_literal('n:' || word), ' | ')
           || CASE WHEN length(typed) >= %(begun)s THEN ' | ' || quote_literal('n:' || typed) || ':*' ELSE '' END
           AS names
    FROM meant GROUP BY number, typed)
"""
IN_ANY_UNIT = "words @@ (SELECT string_agg('(' || unit.names || ')', ' & ')::tsquery FROM unit)"
CANDIDATES = """
SELECT (SELECT json_agg(json_build_array(
               found.place, found.matches, physician_id, npi, given_name, family_name, known_as, former_name,
               public.similarity(public.unaccent('public.unaccent', lower(concat_ws(' ', {alike}))), %(text)s),
               unavailable, gaps, sort_name))
        FROM ({groups}) AS found JOIN physicians_physician AS who ON who.id = found.physician_id),
       {similar}
"""


@dataclass(frozen=True)
class Found:
    """The candidates; the groups that are too large to be put in order; and the words for which a name was meant."""

    candidates: list[Candidate]
    large: list[str]
    similar: list[KnownWord]


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


class Statement:
    """A statement that reads candidates in groups. A group can be left out when another one has somebody."""

    def __init__(self, text: str, *, by_family: bool) -> None:
        self.parameters: dict[str, Any] = {"text": text}
        self.alike = "family_name" if by_family else "given_name, family_name"
        self.tables: list[str] = []
        self.groups: list[str] = []
        self.queries: list[str] = []  # of each group; empty where it isn't one of ours
        self.likest: set[int] = set()  # groups that are never too large
        self.similar = "NULL"

    def add(self, query: str, *, unless: Sequence[str] = (), likest: bool = False) -> None:
        """Add a group; with `likest`, of those whose whole name is most like the text."""
        self._add(where(query, self.parameters) + nobody_in(unless), query, likest=likest)

    def add_widely(self, words: Sequence[TypedName]) -> None:
        """Add those whose name has each of these words, or one like it."""
        self.parameters |= {
            "numbers": [word.numbers[0] for word in words],
            "words": [word.text for word in words],
            "most": MOST_SIMILAR,
            "begun": SHORTEST_BEGUN,
        }
        self.tables.append(WIDEST)
        self.similar = "(SELECT json_agg(json_build_array(number, how, word, distance)) FROM meant)"
        self._add(IN_ANY_UNIT, "")

    def _add(self, condition: str, query: str, *, likest: bool = False) -> None:
        place = len(self.groups)
        table, most = (LIKEST, MOST_NAMESAKES) if likest else (GROUP, MOST_MATCHES + 1)
        self.tables.append(
            table.format(place=place, columns=COLUMNS, condition=condition, most=most, likest=MOST_SCORED)
        )
        self.groups.append(f"group{place}")
        self.queries.append(query)
        if likest:
            self.likest.add(place)

    def found(self) -> Found:
        """Ask, and return who was found."""
        parts = [
            f"(SELECT {place} AS place, (SELECT count(*) FROM {name}) AS matches, * FROM {name}"
            f" ORDER BY {USUAL_ORDER} LIMIT {MOST_SCORED})"
            for place, name in enumerate(self.groups)
        ]
        statement = f"WITH {', '.join(self.tables)} " + CANDIDATES.format(
            groups=" UNION ALL ".join(parts), alike=self.alike, similar=self.similar
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, self.parameters)
            rows, similar = cursor.fetchone()
        found: dict[int, Candidate] = {}
        large: dict[int, str] = {}
        for place, matches, pk, npi, given, family, known_as, former, alike, *order in rows or ():
            if matches <= MOST_MATCHES or place in self.likest:
                found.setdefault(pk, Candidate(pk, npi, given, family, known_as, former, alike, (*order, pk)))
            elif self.queries[place]:
                large[place] = self.queries[place]
        words = [KnownWord(number, how, word, None, 1, 0, distance)
                 for number, how, word, distance in similar or ()]  # fmt: skip
        return Found(list(found.values()), [query for _place, query in sorted(large.items())], words)


def read_candidates(
    groups: Sequence[str],
    text: str,
    *,
    by_family: bool,
    widely: Sequence[TypedName] = (),
    otherwise: Sequence[str] = (),
) -> Found:
    """Return the candidates of each group; without any, those called like the words in `widely`, or `otherwise`.

    Those are asked for in a second statement: planning it takes longer than the first one needs in all.
    """
    sure = Statement(text, by_family=by_family)
    for place, query in enumerate(groups):
        sure.add(query, unless=sure.groups[:1] if place == 2 else sure.groups if place > 2 else ())
    found = sure.found()
    if found.candidates or found.large or not (widely or otherwise):
        return found
    guessed = Statement(text, by_family=by_family)
    if widely:
        guessed.add_widely(widely)
    alike = list(guessed.groups)
    for query in otherwise:
        guessed.add(query, unless=alike, likest=True)
    return guessed.found()


def nobody_in(names: Sequence[str]) -> str:
    """Return the condition that nobody is in these groups."""
    return "".join(f" AND NOT EXISTS (SELECT FROM {name})" for name in names)
