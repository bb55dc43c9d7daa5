"""The parts of a query: words that belong together, and what they may stand for."""

from dataclasses import dataclass, replace

from .tokens import Query


@dataclass(frozen=True)
class Meaning:
    """One thing that a part of the query may stand for: a lexeme of PhysicianDocument.words."""

    lexeme: str
    kind: str  # that of a search term; or name, npi, virtual, accepting, gender or text (of the profile)
    label: str
    exact: bool = True  # False: misspelt, begun, or only part of the phrase was typed
    phrase: str = ""  # the search term it comes through
    wrong: int = 0  # letters of a name that were mistyped; one that was only begun is as likely as one wrong letter


@dataclass(frozen=True)
class Part:
    """Words that belong together. A physician fits it by any of its meanings."""

    numbers: frozenset[int]
    typed: str
    meanings: tuple[Meaning, ...]
    level: bool = False  # a vertebra, which says where and not what
    whole: bool = True  # all of a phrase was typed
    guessed: bool = False  # a word of it was misspelt
    close: bool = True  # and by one letter at most
    role: str = "must"  # must, any (one of these will do) or order (whoever fits comes first)

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of what it may stand for."""
        return {meaning.kind for meaning in self.meanings}

    @property
    def exact(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess."""
        return tuple(meaning for meaning in self.meanings if meaning.exact)

    @property
    def closest(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess; where all do, those that need the least."""
        least = min(meaning.wrong for meaning in self.meanings)
        return self.exact or tuple(meaning for meaning in self.meanings if meaning.wrong == least)


def together(query: Query, parts: list[Part]) -> list[Part]:
    """Return the parts with those in one that mean the same: “dizziness and headaches”."""
    found: dict[tuple[bool, frozenset[str]], Part] = {}
    for part in parts:
        lexemes = part.level, frozenset(meaning.lexeme for meaning in part.meanings)
        other, merged = found.get(lexemes), part
        if other:
            numbers = other.numbers | part.numbers
            meanings = part.meanings if len(part.exact) > len(other.exact) else other.meanings
            merged = replace(
                part,
                numbers=numbers,
                typed=query.typed(numbers),
                meanings=meanings,
                whole=part.whole or other.whole,
                guessed=part.guessed and other.guessed,
            )
        found[lexemes] = merged
    return list(found.values())
