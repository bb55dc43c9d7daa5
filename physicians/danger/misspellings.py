"""Which word of the signs a typed word may be a misspelling of.

An index holds what is left of every known word when letters are taken out. So a typed word is compared with only a few
known words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from .common_words import is_common
from .sound_alikes import SOUND_ALIKE, sound_of
from .typed_words import FILLERS

SHORTEST_TYPED = 3
SHORTEST_KNOWN = 4  # letters; shorter words are never misspelled
LONG = 8  # letters; from here on two mistakes are forgiven
LONGEST = 20
DOUBLED = re.compile(r"(.)\1")
SHORTEST_GLUED = 6
MOST_GLUED = 3  # words
LONG_PART = 4  # letters
CLEAR = 7  # letters; a word that alarms alone is recognized with one wrong letter from here on
VERY_CLEAR = 10  # and with two from here on
SHORTEST_CLEAR = 5


def mistakes_forgiven(word: str) -> int:
    """Return how many mistakes a known word may have."""
    if len(word) < SHORTEST_KNOWN:
        return 0
    return 2 if len(word) >= LONG else 1


def without_letters(word: str, most: int) -> set[str]:
    """Return the word, and what is left of it without up to `most` letters."""
    found = last = {word}
    for _round in range(most):
        last = {shorter[:at] + shorter[at + 1 :] for shorter in last for at in range(len(shorter))}
        found = found | last
    return found


def mistakes_between(one: str, other: str) -> int:
    """Return how many letters are missing, added, wrong or swapped with their neighbor."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        above, row = row, [at]
        for to, wanted in enumerate(other, start=1):
            cost = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]


class KnownWords:
    """The words of the signs, and what may have been meant by one of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.sounds: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self.sounds[sound_of(word)].append(word)
        self.index: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for shorter in without_letters(word, mistakes_forgiven(word)):
                self.index[shorter].append(word)

    def meant(self, typed: str) -> tuple[str, ...]:
        """Return the known words that this typed one may stand for; itself if it is known."""
        alike = SOUND_ALIKE.get(typed)
        said = (alike,) if alike in self.words else ()
        if typed in self.words:
            return (typed, *said)
        if typed.endswith("in") and f"{typed}g" in self.words:
            return (f"{typed}g",)
        if not SHORTEST_TYPED <= len(typed) <= LONGEST or typed.isdigit() or is_common(typed):
            return said
        typed = shorten_runs(typed)
        for spelled in (typed, DOUBLED.sub(r"\1", typed)):  # “diee”
            if spelled in self.words:
                return (spelled,)
        beginnings = without_letters(typed, mistakes_forgiven(typed + "x"))
        candidates = {word for shorter in beginnings for word in self.index.get(shorter, ())}
        found = {word for word in candidates if is_misspelling(typed, word)}
        return tuple(found.union(self.sounds.get(sound_of(typed), ()) if len(typed) >= SHORTEST_KNOWN else ()))

    def unglued(self, typed: str) -> tuple[str, ...]:
        """Return the known and filler words that were typed as one (“cantwalk”); none if it isn't made of them."""
        if not SHORTEST_GLUED <= len(typed) <= LONGEST or is_common(typed):
            return ()
        best: list[tuple[str, ...] | None] = [()] + [None] * len(typed)
        for end in range(2, len(typed) + 1):
            for start in range(max(0, end - 12), end - 1):
                before, part = best[start], typed[start:end]
                if before is None or len(before) == MOST_GLUED or not (part in FILLERS or self.is_part(part)):
                    continue
                if best[end] is None or len(before) + 1 < len(best[end] or ()):
                    best[end] = (*before, part)
        whole = best[len(typed)] or ()
        tells = any(len(part) >= LONG_PART and part in self.words and part not in FILLERS for part in whole)
        return whole if tells and len(whole) > 1 else ()

    def is_part(self, part: str) -> bool:
        """Return True for a known word that may be glued to others."""
        return len(part) >= SHORTEST_TYPED and part in self.words


def is_clear(typed: str, known: str) -> bool:
    """Return True if `typed` is surely meant as `known`, even when it is the only word that alarms.

    Names look like short words: Strome isn't a stroke, nor is Dr. Vying dying.
    """
    if typed in (known, known.removesuffix("g")) or typed == shorten_runs(known) or SOUND_ALIKE.get(typed) == known:
        return True
    typed = shorten_runs(typed)
    if typed == known:
        return True
    mistakes = mistakes_between(typed, known)
    if len(known) >= CLEAR:
        return typed[0] == known[0] and mistakes <= (2 if len(known) >= VERY_CLEAR else 1)
    is_shorter_or_swapped = len(typed) < len(known) or sorted(typed) == sorted(known)
    return len(known) >= SHORTEST_CLEAR and mistakes == 1 and typed[0] == known[0] and is_shorter_or_swapped


def is_misspelling(typed: str, known: str) -> bool:
    """Return True if `typed` is `known` with few enough mistakes. Two mistakes need the same first letter."""
    forgiven = mistakes_forgiven(known)
    if abs(len(typed) - len(known)) > forgiven:
        return False
    mistakes = mistakes_between(typed, known)
    if mistakes > forgiven:
        return False
    return mistakes < 2 or typed[0] == known[0]


def shorten_runs(word: str) -> str:
    """Return the word without letters that are there more than twice in a row: “helppppp” becomes “help”."""
    if not any(one == other for one, other in pairwise(word)):
        return word
    kept: list[str] = []
    for at, letter in enumerate(word):
        run = (
            word[at : at + 3] == letter * 3
            or word[max(0, at - 1) : at + 2] == letter * 3
            or (at >= 2 and word[at - 2 : at + 1] == letter * 3)
        )
        if not run or not kept or kept[-1] != letter:
            kept.append(letter)
    return "".join(kept)
