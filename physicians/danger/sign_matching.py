"""Find a phrase in a text: a word of each of its groups, near each other, in any order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .excuses import Excuse, find_excuse
from .misspellings import is_clear
from .sign_notation import Phrase
from .text_reading import Found, ReadText
from .typed_words import TypedText

REACH = 3  # how far after a governor its object may be
# Where a governor's reach ends.
STOPS = frozenset("but because when if unless until while so since pero porque cuando si".split())
# What may follow a governor that comes last: “walk I can't anymore”.
AFTERWARD = frozenset(
    "anymore more longer now today at all since this morning yesterday suddenly mas ahora hoy ya".split()
)
MOST_PLACES = 60  # at which one group is looked at


class Match(NamedTuple):
    """The numbers of the words that match, and why they're no danger here, if they aren't."""

    numbers: set[int]
    excuse: Excuse | None


def match_phrase(read: ReadText, phrase: Phrase, groups: Sequence[list[Found]], *, is_emergency: bool) -> Match | None:
    """Return the first match that nothing excuses, otherwise the first; None if the phrase isn't there.

    `groups` are the places of each of the phrase's groups.
    """
    excused = None
    for places in combinations(groups, read.text, phrase.window):
        matched = {number for place in places for number in place.numbers}
        if all(is_governed(read, one, other) for one, other in pairwise(places)) and (
            len(matched) > 1 or is_clearly_said(read, phrase, matched)
        ):
            match = Match(matched, find_excuse(read, phrase, matched, is_emergency=is_emergency))
            if match.excuse is None:
                return match
            excused = excused or match
    return excused


def combinations(groups: Sequence[list[Found]], text: TypedText, window: int) -> Iterator[list[Found]]:
    """Return the ways to take one place of each group, all within the window and none twice.

    Each place is tried as the last one, with the nearest places of the other groups before it.
    """
    for number, found in enumerate(groups):
        for last in found:
            taken: list[Found] = []
            for other, places in enumerate(groups):
                if other == number:
                    taken.append(last)
                    continue
                before = [
                    place
                    for place in places
                    if place.last < last.first
                    and text.words[last.last].place - text.words[place.first].place <= window
                    and not any(mine.first <= place.last and place.first <= mine.last for mine in taken)
                ]
                if not before:
                    break
                taken.append(before[-1])
            else:
                yield taken


def is_governed(read: ReadText, place: Found, following: Found) -> bool:
    """Return True unless the first group negates and the group after it isn't what it negates."""
    if not read.governs(place):
        return True
    words = read.text.words
    if following.first > place.last:
        between = words[place.last + 1 : following.first]
        return (
            words[following.first].place - words[place.last].place <= REACH
            and not any(word.text in STOPS or word.begins_sentence for word in between)
            and not words[following.first].begins_sentence
        )
    for number in range(place.last + 1, len(words)):
        if words[number].begins_sentence:
            break
        if not words[number].is_filler and words[number].text not in AFTERWARD:
            return False
    return True


def is_clearly_said(read: ReadText, phrase: Phrase, matched: set[int]) -> bool:
    """Return True if the only word that matches isn't perhaps another one. Alone, it must be without a mistake."""
    (number,) = matched
    typed = read.text.words[number].text
    known = {words[0] for group in phrase.groups for words in group if len(words) == 1} & read.readings[number]
    return typed in known if phrase.alone else any(is_clear(typed, word) for word in known)
