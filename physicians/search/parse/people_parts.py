"""The parts of a query that is the name of people who were found."""

from collections.abc import Iterable
from dataclasses import replace

from .find_people import People, Person
from .name_matching import name_meanings
from .name_scores import WordFit
from .query_parts import Meaning, Part
from .tokens import TypedQuery
from .typed_names import BEGUN, ELSEWHERE, NICKNAME, SAME
from .word_lookup import KnownWord


def read_as_people(query: TypedQuery, people: People, names: list[Part]) -> list[Part]:
    """Return the query read as the name of these people: `names` with what else explains each word.

    Where neighbors were typed apart, or two names as one, it is one part that only these people match.
    """
    explained = [fit for person in people.complete for fit in person.score.explained]
    numbers = [fit.typed.numbers for fit in people.complete[0].score.explained]
    if not names or len(set(numbers)) < len(numbers) or max(map(len, numbers)) > 1:
        return [whole_part(query, people)]
    return [replace(part, meanings=with_explained(part, explained)) for part in names]


def with_explained(part: Part, explained: Iterable[WordFit]) -> tuple[Meaning, ...]:
    """Return the meanings of a part, and what else explains it."""
    found = name_meanings(as_known(fit) for fit in explained if set(fit.typed.numbers) == part.numbers)
    return tuple({meaning.lexeme: meaning for meaning in [*part.meanings, *found]}.values())


def whole_part(query: TypedQuery, people: People) -> Part:
    """Return all that was typed as one name, which these people have."""
    meanings = tuple(
        Meaning(f"npi:{person.someone.npi}", "name", query.typed(people.numbers), exact=is_exact(person))
        for person in people.complete
    )
    return Part(people.numbers, query.typed(people.numbers), meanings, guessed=not any(map(is_exact, people.complete)))


def is_exact(person: Person) -> bool:
    """Return True if every typed word is one of the name."""
    return all(fit.how in {SAME, ELSEWHERE} for fit in person.score.explained)


def as_known(fit: WordFit) -> KnownWord:
    """Return what explains a typed word as a word of the tables."""
    hows = {SAME: "exact", ELSEWHERE: "exact", NICKNAME: "nickname", BEGUN: "begun"}
    how = hows.get(fit.how, "similar")
    return KnownWord(fit.typed.numbers[0], how, fit.word, None, 1, 0, int(how == "similar"))
