"""Which known words a typed word may have been meant to be: the spelling rules of both searches."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from .tokens import TypedQuery
from .word_lookup import KnownWord

HOWS = ("exact", "apart", "begun", "similar", "sounds")  # the surest first; see KnownWord
MISSPELLED = {"similar", "sounds"}
SHORTEST_BEGINNING = 3  # letters
MOST_CLOSEST = 8  # words for one


class Candidate(Protocol):
    """A known word that may have been meant: `how` is one of HOWS, `distance` is in changed letters."""

    @property
    def how(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def distance(self) -> int: ...


Found = TypeVar("Found", bound=Candidate)


def closest_words(typed: str, candidates: Sequence[Found]) -> list[Found]:
    """Return the likely candidates that need the least guessing, at most MOST_CLOSEST."""
    likely = [candidate for candidate in candidates if is_likely(typed, candidate)]
    for how in HOWS:
        found = [candidate for candidate in likely if candidate.how == how]
        if found:
            least = min(wrong_letters(typed, candidate) for candidate in found)
            return [candidate for candidate in found if wrong_letters(typed, candidate) == least][:MOST_CLOSEST]
    return []


def wrong_letters(typed: str, candidate: Candidate) -> int:
    """Return how many letters are wrong; two that changed places are one mistake."""
    swapped = candidate.distance == 2 and sorted(typed) == sorted(candidate.word)
    return 1 if swapped else candidate.distance


def is_likely(typed: str, candidate: Candidate) -> bool:
    """Return True if the candidate may have been meant: “lesion” is not “fusion”, nor “covid” a “cord”."""
    if candidate.how == "begun":
        return len(typed) >= SHORTEST_BEGINNING
    if candidate.how == "sounds":
        return candidate.distance <= len(typed) // 2
    if candidate.how != "similar":
        return True
    if wrong_letters(typed, candidate) == 1:
        return len(typed) > 4 or typed[0] == candidate.word[0]
    return len(typed) > 5 and typed[0] == candidate.word[0]


def spell(query: TypedQuery, known: Sequence[KnownWord], taken: frozenset[int]) -> dict[int, list[KnownWord]]:
    """Return by token the closest words of the vocabulary; tokens that are `taken` already are skipped."""
    found: dict[int, list[KnownWord]] = {}
    for token in query.tokens:
        its = [word for word in known if word.number == token.number and token.number not in taken]
        # A name that is closer than a misspelled word of the vocabulary was meant.
        named = min((wrong_letters(token.text, word) for word in its if word.names > 0), default=9)
        vocabulary = [
            word
            for word in its
            if word.terms > 0 and (word.how not in MISSPELLED or wrong_letters(token.text, word) <= named)
        ]
        if closest := closest_words(token.text, vocabulary):
            found[token.number] = closest
    return found
