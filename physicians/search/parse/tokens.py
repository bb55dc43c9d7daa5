"""What a patient typed, cut into tokens: the words to look for."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from .filler_words import FILLER_WORDS
from .spelling_variants import other_spellings
from .vertebral_levels import LEVELS, Level, read_level

LONGEST_QUERY = 200  # characters
LONGEST_TOKEN = 40  # characters; levenshtein() refuses much longer ones
MOST_TOKENS = 16

APOSTROPHES = "'`\u2018\u2019\u02bc\u00b4"
WORD = re.compile(rf"(?:[^\W_]|[{APOSTROPHES}\u0300-\u036f])+")

QUOTED = re.compile(r"[\"\u201c\u201d\u201e][^\"\u201c\u201d\u201e]+[\"\u201c\u201d]")
TITLES = frozenset({"dr", "drs", "doctor"})
NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})  # said after a name, and no part of it
NEAR_ME = re.compile(
    r"\b(near(by| me| us| here)?|nearest|close to (me|us|home)|closest|in my area|around (me|here))\b", re.IGNORECASE
)
SOONEST = re.compile(
    r"\b(soonest|earliest|asap|as soon as possible|(first|next) (available|open|opening|free|appointment|availability)"
    r"|(appointment|available|availability|opening|openings|be seen|see me) (for )?(today|tomorrow|this week)"
    r"|lo antes posible|cuanto antes|primera cita|cita (para )?(hoy|mañana|manana))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Token:
    """One word of a query: its number in it, and its text in lower case without accents.

    `spans` are the places (from, to) in the typed text; `level` is set for a vertebral level.
    """

    number: int
    text: str
    is_filler: bool  # a result doesn't have to match it
    spans: tuple[tuple[int, int], ...] = ()
    level: Level | None = None
    is_literal: bool = False  # in quotation marks: looked for as it was typed

    @property
    def spellings(self) -> list[str]:
        """Return the text, then its US spellings."""
        return [self.text, *other_spellings(self.text)]


@dataclass(frozen=True)
class TypedQuery:
    """What was typed, cut to a sane length, and its tokens."""

    text: str
    tokens: tuple[Token, ...]
    shortened: bool

    @property
    def required(self) -> frozenset[int]:
        """Return the numbers of the tokens that a result has to match."""
        return frozenset(token.number for token in self.tokens if not token.is_filler)

    @property
    def near_me(self) -> bool:
        """Return True if the patient wants someone close by; only a ZIP code tells where that is."""
        return bool(NEAR_ME.search(self.text))

    @property
    def soonest(self) -> bool:
        """Return True if the patient wants the first free time that there is."""
        return bool(SOONEST.search(self.text))

    def typed(self, numbers: frozenset[int]) -> str:
        """Return these tokens as they were typed, with the filler words between them."""
        spans = sorted(token.spans[0] for token in self.tokens if token.number in numbers)
        first, last = spans[0][0], spans[-1][1]
        between = {
            token.number for token in self.tokens if any(first < start < last for start, _end in token.spans[:1])
        } - numbers
        if between & self.required:
            return self.quoted(spans)
        return self.text[first:last]

    def quoted(self, spans: list[tuple[int, int]]) -> str:
        """Return these places of the text; … is where other words were left out."""
        quoted = self.text[slice(*spans[0])]
        for (_start, end), (start, following) in pairwise(spans):
            apart = WORD.search(self.text, end, start)
            quoted += (" … " if apart else " ") + self.text[start:following]
        return quoted

    def without(self, numbers: frozenset[int], *, keep: frozenset[int] = frozenset()) -> str:
        """Return the text without these tokens; empty when no required token, and none to `keep`, is left."""
        kept = {token.text for token in self.tokens if token.number in keep}
        if not (self.required | keep) - numbers:
            return ""
        text = self.text
        spans = sorted(span for token in self.tokens if token.number in numbers for span in token.spans)
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        words = re.sub(r"(?<!\S)[^\w\s]+(?!\S)", " ", text).split()
        dangling = FILLER_WORDS - kept
        while words and plain(words[-1]) in dangling:
            words.pop()
        while words and plain(words[0]) in dangling:
            words.pop(0)
        return " ".join(words)


def plain(text: str) -> str:
    """Return the text in lower case, without accents and apostrophes: “O'Brien Núñez” becomes “obrien nunez”."""
    without = "".join(letter for letter in text if letter not in APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", without).casefold()
    return unicodedata.normalize("NFKC", "".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def tokenize(text: str) -> TypedQuery:
    """Cut a query into tokens. A hyphen separates them, so either half of a double name finds it."""
    text = " ".join(text.split())
    shown = text[:LONGEST_QUERY].rstrip()
    levels: dict[str, Level] = {}
    found: dict[str, list[tuple[int, int]]] = {}
    position = 0
    for match in LEVELS.finditer(shown):
        level = read_level(match)
        if level:
            add_words(shown, position, match.start(), found)
            found.setdefault(level.name, []).append(match.span())
            position = match.end()
            levels[level.name] = level
    add_words(shown, position, len(shown), found)
    quoted = [match.span() for match in QUOTED.finditer(shown)]
    tokens = tuple(
        Token(
            number,
            word,
            is_filler=word in FILLER_WORDS | NAME_SUFFIXES or len(word) == 1,
            spans=tuple(spans),
            level=levels.get(word),
            is_literal=any(first < start < last for start, _end in spans for first, last in quoted),
        )
        for number, (word, spans) in enumerate(list(found.items())[:MOST_TOKENS])
    )
    return TypedQuery(shown, tokens, shortened=len(text) > LONGEST_QUERY or len(found) > MOST_TOKENS)


def add_words(text: str, start: int, end: int, found: dict[str, list[tuple[int, int]]]) -> None:
    """Add the words between two places of the text to those `found`, each with its spans."""
    for match in WORD.finditer(text, start, end):
        for word in re.findall(r"[^\W_]+", plain(match.group())):
            found.setdefault(word[:LONGEST_TOKEN], []).append(match.span())
