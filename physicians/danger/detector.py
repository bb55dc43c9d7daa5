"""Ask every sign of a text."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from physicians.models import DangerCard

from .added_phrases import added_signs
from .alarms import Alarm, Danger
from .calm_words import FEARED, OVER
from .english_crises import SIGNS as ENGLISH_CRISES
from .english_other_signs import SIGNS as ENGLISH_OTHERS
from .english_spine_signs import SIGNS as ENGLISH_SPINE
from .excuses import Excuse
from .misspellings import KnownWords
from .sign_matching import MOST_PLACES, Match, match_phrase
from .sign_notation import Phrase, Sign, Words
from .spanish_crises import SIGNS as SPANISH_CRISES
from .spanish_other_signs import SIGNS as SPANISH_OTHERS
from .spanish_spine_signs import SIGNS as SPANISH_SPINE
from .text_reading import Found, ReadText, read_text
from .typed_words import TypedText, cut_into_words

BUILT_IN: tuple[Sign, ...] = (
    *ENGLISH_CRISES,
    *SPANISH_CRISES,
    *ENGLISH_SPINE,
    *SPANISH_SPINE,
    *ENGLISH_OTHERS,
    *SPANISH_OTHERS,
)


def find_danger(text: str) -> Danger:
    """Return which cards the words call for, and why: one alarm for each sign that is in them."""
    if not text.strip():
        return Danger()
    typed = cut_into_words(text)
    return Danger((*built_in_detector().alarms_in(typed), *detector_of(added_signs()).alarms_in(typed)))


@functools.lru_cache(maxsize=1024)
def find_known_danger(phrase: str) -> Danger:
    """Return the danger in a phrase of our own, by our own signs only; it is asked again and again."""
    return Danger(tuple(built_in_detector().alarms_in(cut_into_words(phrase))))


def find_left_out(text: str) -> list["SeenSign"]:
    """Return the signs that are in the words and are no danger there, each with its excuse."""
    typed = cut_into_words(text)
    seen = (*built_in_detector().signs_in(typed), *detector_of(added_signs()).signs_in(typed))
    return [sign for sign in seen if sign.excuse]


class SeenSign(NamedTuple):
    """A sign that is in someone's words, and why it's no danger there, if it isn't."""

    sign: Sign
    words: str
    excuse: Excuse | None

    @property
    def alarm(self) -> Alarm:
        """Return what the card says of it."""
        sign = self.sign
        return Alarm(sign.card, sign.name, self.words, sign.language, sign.added, sign.also)


class Detector:
    """Some signs, made ready to be looked for: each group once, with a number, found by the words that begin it."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        signs = tuple(signs)
        phrases = [phrase for sign in signs for phrase in sign.phrases]
        groups = list(dict.fromkeys(group for phrase in phrases for group in phrase.groups))
        said = (
            *(words for group in groups for words in group),
            *(words for phrase in phrases for words in phrase.unless),
        )
        self.known = KnownWords(word for words in (*said, *FEARED, *OVER) for word in words)
        self.openings: dict[str, list[tuple[Words, int]]] = defaultdict(list)
        for number, group in enumerate(groups):
            for words in group:
                self.openings[words[0]].append((words, number))
        numbers = {group: number for number, group in enumerate(groups)}
        self.signs = [
            (sign, [(phrase, [numbers[group] for group in phrase.groups]) for phrase in sign.phrases])
            for sign in signs
        ]

    def alarms_in(self, typed: TypedText) -> list[Alarm]:
        """Return the alarms of these words."""
        return [seen.alarm for seen in self.signs_in(typed) if seen.excuse is None]

    def signs_in(self, typed: TypedText) -> Iterator[SeenSign]:
        """Yield each sign that is in these words, also if it's no danger there."""
        if not self.signs:
            return
        read = read_text(typed, self.known)
        places = self.places_of_groups(read)
        for sign, phrases in self.signs:
            if match := self.find_sign(sign, phrases, read, places):
                yield SeenSign(sign, read.text.quoted(match.numbers), match.excuse)

    @staticmethod
    def find_sign(
        sign: Sign, phrases: list[tuple[Phrase, list[int]]], read: ReadText, places: dict[int, list[Found]]
    ) -> Match | None:
        """Return the match of the first of these phrases that is there and that nothing excuses, or an excused one."""
        excused = None
        for phrase, groups in phrases:
            if all(group in places for group in groups):
                match = match_phrase(
                    read, phrase, [places[group] for group in groups], is_emergency=sign.card == DangerCard.EMERGENCY
                )
                if match and match.excuse is None:
                    return match
                excused = excused or match
        return excused

    def places_of_groups(self, read: ReadText) -> dict[int, list[Found]]:
        """Return where each group is that is there at all, by its number."""
        found: dict[int, set[Found]] = defaultdict(set)
        for first in read.places:
            for words, group in self.openings.get(first, ()):
                for place in read.find(words):
                    found[group].add(place)
        return {
            group: sorted(places, key=lambda place: (place.last, place.first))[:MOST_PLACES]
            for group, places in found.items()
        }


@functools.cache
def built_in_detector() -> Detector:
    """Return the detector of our own signs; made at the first search."""
    return Detector(BUILT_IN)


@functools.lru_cache(maxsize=4)
def detector_of(signs: tuple[Sign, ...]) -> Detector:
    """Return the detector of these signs; kept until other phrases are added."""
    return Detector(signs)
