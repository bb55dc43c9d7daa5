"""Which topics a query asks about. This comes before the vocabulary, which would read “results” as a complaint."""

from collections.abc import Iterable
from dataclasses import dataclass

from .nicknames_in_use import other_names
from .part_roles import is_medical
from .practical_topics import ALL_TOPICS
from .query_parts import Part
from .tokens import TITLES, TypedQuery
from .topic_words import declared, declared_words, matches, respelled
from .topics import Topic
from .untreated import UNTREATED
from .word_lookup import Lookup
from .word_sequence import Word, numbers_of, words_in

BESIDE = frozenset(
    ("accept", "accepts", "accepting", "accepted", "takes", "acepta", "aceptan", "toman")
)  # “accepts Medicare”
SPANISH = words_in(
    "que cuanto cuando con para por mi se en los las una un esta estan hay tengo tiene puedo donde como quiero "
    "necesito acepta aceptan toman hola gracias"
)
PLACES = frozenset(("spine", "spinal", "clinic", "clinica", "center", "hospital", "office", "location", "locations"))


@dataclass(frozen=True)
class AskedTopics:
    """The topics of a query, and the tokens that no other part may use."""

    topics: list[Topic]
    taken: frozenset[int]


def find_topics(query: TypedQuery, lookup: Lookup) -> AskedTopics:
    """Return what is asked that no doctor answers. A name stays a name: “Dr. Price”."""
    words, names = respelled(query, lookup, declared_words(ALL_TOPICS)), called(query, lookup)
    found: dict[str, Topic] = {}
    taken: frozenset[int] = frozenset()
    for phrase, topic in declared(ALL_TOPICS):
        for numbers in map(numbers_of, matches(words, phrase)):
            if not numbers & (taken | names):
                found[topic.name] = topic
                taken |= numbers
    if not found:
        alone = [
            (topic, numbers_of(match))
            for phrase, topic in declared(ALL_TOPICS, alone=True)
            for match in matches(words, phrase)
        ]
        meant = frozenset[int]().union(*(numbers for _topic, numbers in alone))
        names |= sent_elsewhere(words)
        if not meant & names and not query.required - meant & (medical(query, lookup) | lookup.names.keys()):
            found = {topic.name: topic for topic, _numbers in alone}
            taken = meant
    if query.required == taken <= lookup.names.keys() and len(taken) == 1:
        taken = frozenset()  # someone may be called so
    elif any(topic.only for topic in found.values()):
        taken = numbers_of(words)
    elif found:
        taken |= numbers_of(word for word in words if word.text in BESIDE)
    return AskedTopics(in_its_language(query, found.values()), taken)


def sent_elsewhere(words: list[Word]) -> frozenset[int]:
    """Return the tokens of phrases about what isn't treated here: “nose job” asks for no work."""
    phrases = [phrase for phrase, _topic in declared(UNTREATED) if len(phrase) > 1]
    return numbers_of(word for phrase in phrases for match in matches(words, phrase) for word in match)


def in_its_language(query: TypedQuery, topics: Iterable[Topic]) -> list[Topic]:
    """Return the topics, in Spanish if one of them was asked in Spanish or small words of Spanish are beside it."""
    topics = list(topics)
    is_spanish = any(topic.language for topic in topics) or any(token.text in SPANISH for token in query.tokens)
    return [topic.in_spanish for topic in topics] if is_spanish else topics


def called(query: TypedQuery, lookup: Lookup) -> frozenset[int]:
    """Return the tokens that are someone's name here: after “Dr.”, or beside another name."""
    names = lookup.names.keys()
    titled = {token.number + 1 for token in query.tokens if token.text in TITLES}
    beside = names | {token.number for token in query.tokens if other_names(token.text)}  # “Tony Price”
    return frozenset(number for number in names if number in titled or {number - 1, number + 1} & beside)


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
