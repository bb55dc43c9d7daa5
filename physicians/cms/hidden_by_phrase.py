"""Which of our own words a danger phrase would answer with a card instead of doctors."""

from collections.abc import Iterable, Iterator

from physicians.danger.added_phrases import read_added
from physicians.danger.common_words import is_common
from physicians.danger.detector import Detector
from physicians.danger.function_words import FUNCTION_WORDS
from physicians.danger.typed_words import cut_into_words
from physicians.models import Condition, DangerCard, Language, Location, Procedure, Specialty
from physicians.search.parse.tokens import tokenize
from physicians.search.parse.word_lookup import look_up

ALMOST = ("similar", "sounds")


def hidden_by(phrase: str, words: list[str]) -> list[str]:
    """Return those of our words that alarm, or that make up the whole phrase; none if the phrase can be taken."""
    ours = our_words()
    detector = Detector([read_added(phrase, DangerCard.EMERGENCY, "en")])
    hidden = [name for name in ours if detector.alarms_in(cut_into_words(name))]
    return hidden or parts_of(words, ours)


def parts_of(words: list[str], ours: Iterable[str]) -> list[str]:
    """Return the names and vocabulary that these words are made of, if nothing is left over."""
    found = {name: known for name in ours if (known := telling(name)) and known <= set(words)}
    rest = set(words).difference(*found.values())
    names = rest & name_words(rest)
    return [] if rest - names else [*found, *sorted(names)]


def telling(name: str) -> set[str]:
    """Return the words of a name that aren't in any sentence."""
    return {word.text for word in cut_into_words(name).words} - FUNCTION_WORDS


def name_words(words: Iterable[str]) -> set[str]:
    """Return the words that a physician is called, and extraordinary ones that a physician is almost called."""
    query = tokenize(" ".join(words))
    typed = {token.number: token.text for token in query.tokens}
    return {
        typed[known.number]
        for known in look_up(query).known
        if known.names and (known.how == "exact" or (known.how in ALMOST and not is_common(typed[known.number])))
    }


def our_words() -> list[str]:
    """Return our names and patients' words for what we treat, for places and for languages."""
    return sorted({name for name in read_names() if name})


def read_names() -> Iterator[str]:
    for model in (Condition, Specialty, Procedure, Language):
        for name, phrases in model._default_manager.values_list("name", "lay_phrases"):
            yield from (name, *phrases)
    for name, city in Location.objects.values_list("name", "city"):
        yield from (name, city)
