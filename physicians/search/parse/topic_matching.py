"""Which topics a query asks about. This comes before the vocabulary, which would read “results” as a complaint."""

import difflib
import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .ordinary_words import is_settled
from .part_roles import is_medical
from .query_parts import Part
from .tokens import TITLES, TypedQuery
from .topics import TOPICS, Topic
from .word_lookup import Lookup
from .word_sequence import Word, find_phrase, numbers_of, phrases_of, word_sequence

BESIDE = frozenset(("accept", "accepts", "accepting", "accepted", "acepta", "aceptan", "toman"))  # “accepts Medicare”
PLACES = frozenset(("spine", "spinal", "clinic", "clinica", "center", "hospital", "office", "location", "locations"))
SHORTEST_MISSPELLED = 5  # letters
ALIKE = 0.85  # difflib's ratio: one wrong letter of seven, or two that changed places


@dataclass(frozen=True)
class AskedTopics:
    """The topics of a query, and the tokens that no other part may use."""

    topics: list[Topic]
    taken: frozenset[int]


def find_topics(query: TypedQuery, lookup: Lookup) -> AskedTopics:
    """Return what is asked that no doctor answers. A name stays a name: “Dr. Price”."""
    words, names = respelled(query, lookup), called(query, lookup)
    found: dict[str, Topic] = {}
    taken: frozenset[int] = frozenset()
    for phrase, topic in declared("words"):
        for numbers in map(numbers_of, matches(words, phrase)):
            if not numbers & (taken | names):
                found[topic.name] = topic
                taken |= numbers
    if not found:
        alone = [(topic, numbers_of(match)) for phrase, topic in declared("alone") for match in matches(words, phrase)]
        meant = frozenset[int]().union(*(numbers for _topic, numbers in alone))
        if not meant & names and not query.required - meant & (medical(query, lookup) | lookup.names.keys()):
            found = {topic.name: topic for topic, _numbers in alone}
            taken = meant
    if query.required == taken <= lookup.names.keys() and len(taken) == 1:
        taken = frozenset()  # someone may be called so
    elif any(topic.only for topic in found.values()):
        taken = numbers_of(words)
    elif found:
        taken |= numbers_of(word for word in words if word.text in BESIDE)
    return AskedTopics(list(found.values()), taken)


@functools.cache
def declared(field: str) -> list[tuple[tuple[str, ...], Topic]]:
    """Return the phrases of every topic, the longest first."""
    phrases = [(phrase, topic) for topic in TOPICS for phrase in phrases_of(getattr(topic, field))]
    return sorted(phrases, key=lambda entry: -len(entry[0]))


@functools.cache
def declared_words() -> list[str]:
    """Return the words of every topic that are recognized when misspelled."""
    long = {word for phrase, _topic in declared("alone") for word in phrase if len(word) >= SHORTEST_MISSPELLED}
    return sorted(long | {word for phrase, _topic in declared("words") for word in phrase if len(word) > 3})


def respelled(query: TypedQuery, lookup: Lookup) -> list[Word]:
    """Return the words of a query, misspelled words of topics as they should be: “insurence”, “visting hours”."""
    meant: dict[int, str] = {}
    titled = {token.number + 1 for token in query.tokens if token.text in TITLES}
    for token in query.tokens:
        if token.is_filler or token.number in titled | lookup.names.keys() or len(token.text) < SHORTEST_MISSPELLED:
            continue
        close = [] if is_settled(token) else difflib.get_close_matches(token.text, declared_words(), 1, ALIKE)
        # What is closer to a word of the vocabulary, or to a name, was meant to be that.
        known = [word.word for word in lookup.known if word.number == token.number and word.word != token.text]
        if close and difflib.get_close_matches(token.text, [*known, close[0]], 1, ALIKE) == close:
            meant[token.number] = close[0]
    return [replace(word, text=meant.get(word.number, word.text)) for word in word_sequence(query)]


def matches(words: list[Word], phrase: tuple[str, ...]) -> Iterable[list[Word]]:
    """Return the places of a phrase."""
    return find_phrase(words, phrase) if {word.text for word in words}.issuperset(phrase) else ()


def called(query: TypedQuery, lookup: Lookup) -> frozenset[int]:
    """Return the tokens that are someone's name here: after “Dr.”, or beside another name."""
    names = lookup.names.keys()
    titled = {token.number + 1 for token in query.tokens if token.text in TITLES}
    return frozenset(number for number in names if number in titled or {number - 1, number + 1} & names)


def medical(query: TypedQuery, lookup: Lookup) -> frozenset[int]:
    """Return the tokens that the vocabulary has for what patients have or need."""
    stems = {stem for term in lookup.terms if is_medical(term.kind) for stem in term.stems}
    neutral = {token.number for token in query.tokens if token.text in PLACES}
    known = {word.number for word in lookup.known if word.how == "exact" and word.stem in stems and word.terms > 0}
    return frozenset(known | {token.number for token in query.tokens if token.level}) - neutral


def beside_topics(parts: list[Part]) -> list[Part]:
    """Return the parts that still ask for doctors beside a topic: whole phrases and names, but no guesses."""
    return [
        part for part in parts if part.whole and part.kinds != {"text"} and (part.exact or "name" not in part.kinds)
    ]
