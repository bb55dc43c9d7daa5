"""The query as the name of someone: who may be meant, and the parts if all of it is a name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .find_people import NOBODY, People, find_people
from .name_matching import as_full_name, full_name_lexemes, may_be_names
from .part_roles import is_medical
from .people_parts import as_known, read_as_people
from .query_parts import Part
from .tokens import TypedQuery
from .unknown_names import Halves
from .word_lookup import Lookup

NAME_AND_BEGINNING = 2  # words: “Patricia pies” for Patricia Pieszkova


@dataclass(frozen=True)
class NameReading:
    """`parts` are the whole query read as a name, empty unless it is one that needs a guess.

    `only_similar`: nobody is called as it was typed, and these people are called almost so.
    """

    people: People = NOBODY
    parts: list[Part] = field(default_factory=list)
    only_similar: bool = False


def read_names(
    query: TypedQuery,
    parts: list[Part],
    lookup: Lookup,
    full: Lookup,
    taken: frozenset[int],
    *,
    halves: Halves,
    explained: bool,
) -> NameReading:
    """Return who may be meant. `parts` are the query as it was read so far, `explained` if that leaves no doubt.

    `full` is what may be guessed if all of it is a name: the other name vouches for an ordinary word.
    """
    exact = full_name_lexemes(query, lookup)
    named = covered_by_names(parts)
    whole = query.required and query.required <= may_be_names(query, lookup, taken) | free_words(query, parts, taken)
    people = NOBODY
    if whole and (exact or not explained):
        widely = named == query.required and len(named) > 1 and bool(named & lookup.names.keys())
        widely = widely and not any(token.is_literal for token in query.tokens)
        people = find_people(query, query.required, full.known, halves, widely=widely)
    if people.complete and people.similar:
        names = as_full_name(query, people.similar, widely=True)
        return NameReading(people, read_as_people(query, people, names), only_similar=True)
    if people.complete and people.measured:
        meant = [as_known(fit) for person in people.complete for fit in person.score.explained]
        return NameReading(
            people, read_as_people(query, people, as_full_name(query, meant, widely=True)), only_similar=True
        )
    if people.complete and exact:
        return NameReading(people)
    if people.complete and (len(query.required) > 1 or all(part.kinds <= {"name", "text"} for part in parts)):
        return NameReading(people, read_as_people(query, people, as_full_name(query, full.known)))
    if people.complete or named != people.numbers:
        people = find_people(query, named, lookup.known)
    return NameReading(people)


def free_words(query: TypedQuery, parts: list[Part], taken: frozenset[int]) -> frozenset[int]:
    """Return the tokens that are words of the vocabulary, and may begin a name: no phrase was typed as a whole.

    Beside other words than one name, what the patient has or needs is never free.
    """
    sure = [part for part in parts if part.whole and part.kinds != {"name"}]
    if len(query.required) != NAME_AND_BEGINNING:
        sure += [part for part in parts if any(is_medical(kind) for kind in part.kinds)]
    return query.required - taken - covered(sure)


def covered(parts: Iterable[Part]) -> frozenset[int]:
    """Return the numbers of the tokens of these parts."""
    return frozenset[int]().union(*(part.numbers for part in parts))


def covered_by_names(parts: list[Part]) -> frozenset[int]:
    """Return the numbers of the tokens that are nothing but names."""
    return covered(part for part in parts if part.kinds == {"name"})
