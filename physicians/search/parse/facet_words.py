"""Words that ask for a plain facet and aren't in the vocabulary: “by video”, “taking new patients”, “lady doctor”."""

from collections.abc import Collection
from dataclasses import dataclass

from physicians.search.facet_kinds import Facet
from physicians.search.facets import FACETS
from physicians.search.published_choices import Choices

from .query_parts import Meaning, Part
from .tokens import TypedQuery


@dataclass(frozen=True)
class FacetWords:
    """The parts that ask for a facet, and the tokens that no other part may use.

    `not_offered` are sentences about facets that were asked for and that the hospital doesn't offer.
    """

    parts: list[Part]
    taken: frozenset[int]
    not_offered: list[str]


def find_facet_words(query: TypedQuery, offered: Collection[Facet], choices: Choices) -> FacetWords:
    """Return what the tokens say about the facets that have phrases."""
    parts: list[Part] = []
    taken: frozenset[int] = frozenset()
    not_offered: list[str] = []
    for facet in FACETS:
        spoken = phrase_tokens(query, facet)
        if facet.only_beside:
            taken |= spoken  # they are about the doctor or about the patient, and nothing else
            if not is_about_doctor(query, facet, spoken):
                continue
        if facet in offered:
            parts += facet_parts(query, facet, choices)
        elif spoken:
            not_offered.append(str(facet.not_offered))
    return FacetWords(parts, taken.union(*(part.numbers for part in parts)), not_offered)


def phrase_tokens(query: TypedQuery, facet: Facet) -> frozenset[int]:
    """Return the numbers of the tokens in the facet's phrases."""
    return frozenset[int]().union(*(numbers for _value, numbers in typed_phrases(query, facet)))


def typed_phrases(query: TypedQuery, facet: Facet) -> list[tuple[str, frozenset[int]]]:
    """Return value and tokens of each of the facet's phrases that has all its words in the query."""
    numbers = {token.text: token.number for token in query.tokens}
    return [
        (value, frozenset(numbers[word] for word in phrase.split()))
        for value, phrases in facet.phrases.items()
        for phrase in phrases
        if all(word in numbers for word in phrase.split())
    ]


def is_about_doctor(query: TypedQuery, facet: Facet, spoken: frozenset[int]) -> bool:
    """Return True if the facet's words are next to one of `only_beside`, or nothing else was typed."""
    doctors = {token.number for token in query.tokens if token.text in facet.only_beside}
    beside = any({number - 1, number + 1} & doctors for number in spoken)
    return bool(spoken) and (beside or query.required <= spoken)


def facet_parts(query: TypedQuery, facet: Facet, choices: Choices) -> list[Part]:
    """Return a part for each value of the facet that the tokens ask for."""
    found: dict[str, frozenset[int]] = {}
    for value, numbers in typed_phrases(query, facet):
        found[value] = found.get(value, frozenset()) | numbers
    return [
        Part(numbers, query.typed(numbers), (Meaning(choice.lexeme, facet.name, choice.name),))
        for value, numbers in found.items()
        if (choice := choices.by_value.get((facet.name, value)))
    ]
