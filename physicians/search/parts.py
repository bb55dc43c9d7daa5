"""The parts of a query: words that belong together, and what they may stand for."""

from dataclasses import dataclass

from .words import Query


@dataclass(frozen=True)
class Meaning:
    """One thing that a part of the query may stand for: a lexeme of PhysicianDocument.words."""

    lexeme: str
    kind: str  # that of a search term; or name, npi, virtual, accepting, gender or text (of the profile)
    label: str
    exact: bool = True  # False: misspelt, begun, or only part of the phrase was typed
    phrase: str = ""  # the search term it comes through


@dataclass(frozen=True)
class Part:
    """Words that belong together. A physician fits it by any of its meanings."""

    numbers: frozenset[int]
    typed: str
    meanings: tuple[Meaning, ...]
    level: bool = False  # a vertebra, which says where and not what

    @property
    def exact(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess."""
        return tuple(meaning for meaning in self.meanings if meaning.exact)


def together(query: Query, parts: list[Part]) -> list[Part]:
    """Return the parts with those in one that mean the same: “dizziness and headaches”."""
    found: dict[tuple[bool, frozenset[str]], Part] = {}
    for part in parts:
        lexemes = part.level, frozenset(meaning.lexeme for meaning in part.meanings)
        other, merged = found.get(lexemes), part
        if other:
            numbers = other.numbers | part.numbers
            meanings = part.meanings if len(part.exact) > len(other.exact) else other.meanings
            merged = Part(numbers, query.typed(numbers), meanings)
        found[lexemes] = merged
    return list(found.values())
