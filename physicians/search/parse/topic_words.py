"""The words of topics in a query, also misspelled ones."""

import difflib
import functools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .closest_words import wrong_letters
from .ordinary_words import is_settled
from .tokens import TITLES, Token, TypedQuery
from .topics import Topic
from .word_lookup import Lookup
from .word_sequence import Word, find_phrase, phrases_of, word_sequence

SHORTEST_MISSPELLED = 5  # letters
MOST_LETTERS = 2  # too many or too few: “decompression” is no depression
ALIKE = 0.85  # difflib's ratio: one wrong letter of seven, or two that changed places


@functools.cache
def declared(topics: Sequence[Topic], *, alone: bool = False) -> list[tuple[tuple[str, ...], Topic]]:
    """Return the phrases of the topics, the longest first; those of Spanish with the topic in Spanish.

    With `alone` the words that mean a topic only where nothing else is asked.
    """
    phrases = []
    for topic in topics:
        english, spanish = (topic.alone, topic.spanish_alone) if alone else (topic.words, topic.spanish)
        phrases += [(phrase, topic) for phrase in phrases_of(english)]
        phrases += [(phrase, topic.in_spanish) for phrase in phrases_of(spanish)]
    return sorted(phrases, key=lambda entry: -len(entry[0]))


def matches(words: list[Word], phrase: tuple[str, ...]) -> Iterable[list[Word]]:
    """Return the places of a phrase."""
    return find_phrase(words, phrase) if {word.text for word in words}.issuperset(phrase) else ()


@functools.cache
def declared_words(topics: Sequence[Topic]) -> list[str]:
    """Return the words of the topics that are recognized when misspelled."""
    long = {
        word for phrase, _topic in declared(topics, alone=True) for word in phrase if len(word) >= SHORTEST_MISSPELLED
    }
    return sorted(long | {word for phrase, _topic in declared(topics) for word in phrase if len(word) > 3})


def respelled(query: TypedQuery, lookup: Lookup, right: Sequence[str]) -> list[Word]:
    """Return the words of a query, misspelled ones as one of the `right` words: “insurence”, “visting hours”."""
    meant: dict[int, str] = {}
    titled = {token.number + 1 for token in query.tokens if token.text in TITLES}
    for token in query.tokens:
        if token.is_filler or token.number in titled | lookup.names.keys() or len(token.text) < SHORTEST_MISSPELLED:
            continue
        if beside_name(token, lookup):
            continue
        close = [] if is_settled(token) else difflib.get_close_matches(token.text, right, 1, ALIKE)
        close = [word for word in close if abs(len(word) - len(token.text)) <= MOST_LETTERS]
        # What is closer to a word of the vocabulary, or to a name, was meant to be that.
        known = [word.word for word in lookup.known if word.number == token.number and word.word != token.text]
        if close and difflib.get_close_matches(token.text, [*known, close[0]], 1, ALIKE) == close:
            meant[token.number] = close[0]
    return [replace(word, text=meant.get(word.number, word.text)) for word in word_sequence(query)]


def beside_name(token: Token, lookup: Lookup) -> bool:
    """Return True for a word that is at most a letter away from a name, beside another such word: “Bilyl Le”."""
    names = [word for word in lookup.known if word.names > 0]
    near = any(word.number == token.number and wrong_letters(token.text, word) <= 1 for word in names)
    return near and any(word.number != token.number and word.distance <= 1 for word in names)
