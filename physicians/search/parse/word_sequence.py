"""The words of a query in the order they were typed, and where phrases are among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .filler_words import FILLER_WORDS
from .tokens import TypedQuery


@dataclass(frozen=True)
class Word:
    """A word of the text; a repeated one is there each time, always with the number of its token."""

    number: int
    text: str
    is_filler: bool
    start: int  # its place in the typed text
    typed: str


def word_sequence(query: TypedQuery) -> list[Word]:
    """Return the words of the text in order."""
    words = [
        Word(token.number, token.text, token.is_filler, start, query.text[start:end])
        for token in query.tokens
        for start, end in token.spans
    ]
    return sorted(words, key=lambda word: (word.start, word.number))


def find_phrase(words: list[Word], phrase: tuple[str, ...]) -> Iterator[list[Word]]:
    """Yield the places of a phrase: its words in any order, with only filler words between them.

    A phrase of nothing but filler words has to be there as it is.
    """
    if all(word in FILLER_WORDS for word in phrase):
        for place in range(len(words)):
            found = words[place : place + len(phrase)]
            if tuple(word.text for word in found) == phrase:
                yield found
        return
    for place, first in enumerate(words):
        if first.text not in phrase:
            continue
        missing, found = set(phrase), []
        for word in words[place:]:
            if word.text not in phrase and not word.is_filler:
                break
            if word.text in missing:
                found.append(word)
                missing.discard(word.text)
            if not missing:
                yield found
                break


def phrases_of(text: str) -> list[tuple[str, ...]]:
    """Return the phrases of a declaration, which has commas between them, as words; the longest first."""
    phrases = [tuple(phrase.split()) for phrase in text.split(",") if phrase.strip()]
    return sorted(phrases, key=len, reverse=True)


def numbers_of(words: Iterable[Word]) -> frozenset[int]:
    """Return the numbers of the tokens of these words."""
    return frozenset(word.number for word in words)


def words_in(text: str) -> frozenset[str]:
    """Return the words of a declaration."""
    return frozenset(text.split())
