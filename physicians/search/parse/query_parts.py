"""The parts of a query: tokens that belong together, and what they may mean."""

from dataclasses import dataclass, replace

from .tokens import TypedQuery


@dataclass(frozen=True)
class Meaning:
    """One thing that a part of the query may mean: a lexeme of PhysicianDocument.words."""

    lexeme: str
    kind: str  # the name of a facet; or name, npi or text (of the profile)
    label: str
    exact: bool = True  # False: misspelled, begun, or only part of the phrase was typed
    phrase: str = ""  # the search term that led here
    wrong: int = 0  # mistyped letters of a name; a name that was only begun counts as one wrong letter
    nickname: bool = False  # another name for what was typed: no mistake, and nothing to say about spelling


@dataclass(frozen=True)
class Part:
    """Tokens that belong together. A physician matches the part by any of its meanings."""

    numbers: frozenset[int]
    typed: str
    meanings: tuple[Meaning, ...]
    level: bool = False  # a vertebra, which says where and not what
    whole: bool = True  # all of a phrase was typed
    guessed: bool = False  # a word of it was misspelled
    close: bool = True  # by one letter at most
    is_absent: bool = False  # a physician matches by having none of its meanings
    role: str = "must"  # see `part_roles`

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of its meanings."""
        return {meaning.kind for meaning in self.meanings}

    @property
    def lexemes(self) -> tuple[str, ...]:
        """Return the lexemes of its meanings."""
        return tuple(meaning.lexeme for meaning in self.meanings)

    @property
    def exact(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess."""
        return tuple(meaning for meaning in self.meanings if meaning.exact)

    @property
    def closest(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess; if all do, those with the fewest wrong letters."""
        least = min(meaning.wrong for meaning in self.meanings)
        return self.exact or tuple(meaning for meaning in self.meanings if meaning.wrong == least)


def merge_same(query: TypedQuery, parts: list[Part]) -> list[Part]:
    """Return the parts with those that mean the same merged into one: “dizziness and headaches”."""
    found: dict[tuple[bool, bool, frozenset[str]], Part] = {}
    for part in parts:
        key = part.level, part.is_absent, frozenset(part.lexemes)
        other = found.get(key)
        found[key] = merge(query, other, part) if other else part
    return list(found.values())


def merge(query: TypedQuery, one: Part, other: Part) -> Part:
    """Return two parts with the same meanings as one."""
    numbers = one.numbers | other.numbers
    return replace(
        other,
        numbers=numbers,
        typed=query.typed(numbers),
        meanings=other.meanings if len(other.exact) > len(one.exact) else one.meanings,
        whole=other.whole or one.whole,
        guessed=other.guessed and one.guessed,
    )
