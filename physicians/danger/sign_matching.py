"""Find a phrase in a text: a word of each of its groups, near each other, in any order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from .calm_words import FEARED, NEAR, OVER, is_a_name, is_denied, is_happening_now, names_a_past_year
from .misspellings import KnownWords, is_clear
from .sign_notation import Group, Phrase, Words
from .typed_words import TypedText, cut_into_words

# These negate what follows them, not what came before: “I can walk but can't sit”.
GOVERNORS = frozenset("cant unable dont wont isnt havent no not without never incapable sin ni ningun ninguna".split())
REACH = 3  # how far after a governor its object may be
# Where a governor's reach ends.
STOPS = frozenset("but because when if unless until while so since pero porque cuando si".split())
# What may follow a governor that comes last: “walk I can't anymore”.
AFTERWARD = frozenset(
    "anymore more longer now today at all since this morning yesterday suddenly mas ahora hoy ya".split()
)
WIDEST_GAP = 2  # filler words inside words in a row
MOST_PLACES = 60  # at which one group is looked at


class Found(NamedTuple):
    """Where one of a group's words was found."""

    first: int
    last: int

    @property
    def numbers(self) -> range:
        """Return the numbers of its words."""
        return range(self.first, self.last + 1)


@dataclass
class ReadText:
    """A text, and where each known word is in it."""

    text: TypedText
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    readings: list[frozenset[str]] = field(default_factory=list)
    torn: set[tuple[int, str]] = field(default_factory=set)  # words typed as two: “my self”

    def find(self, words: Words) -> Iterator[Found]:
        """Return where these words are in a row, filler words between them."""
        for start in self.places.get(words[0], ()):
            last = self.end_of(start, words[0])
            for word in words[1:]:
                following = self.next_place(last, word)
                if following is None:
                    break
                last = self.end_of(following, word)
            else:
                yield Found(start, last)

    def end_of(self, number: int, word: str) -> int:
        """Return the number of the last typed word of a word that begins here."""
        return number + ((number, word) in self.torn)

    def next_place(self, after: int, word: str) -> int | None:
        """Return where the word is next, if only filler words are between."""
        for number in range(after + 1, min(after + 2 + WIDEST_GAP, len(self.readings))):
            if self.text.words[number].begins_sentence:
                return None
            if word in self.readings[number]:
                return number
            if not self.text.words[number].is_filler:
                return None
        return None

    def governs(self, place: Found) -> bool:
        """Return True if what is found here begins with a word that negates what follows."""
        return self.text.words[place.first].text in GOVERNORS or not GOVERNORS.isdisjoint(self.readings[place.first])


def match_phrase(
    read: ReadText, phrase: Phrase, groups: Sequence[list[Found]], *, is_emergency: bool
) -> set[int] | None:
    """Return the numbers of the words that match; None if the phrase isn't there, or is no danger here.

    `groups` are the places of each of the phrase's groups.
    """
    for places in combinations(groups, read.text, phrase.window):
        matched = {number for place in places for number in place.numbers}
        if (
            all(is_governed(read, one, other) for one, other in pairwise(places))
            and (not phrase.alone or is_alone(read.text, matched))
            and (len(matched) > 1 or is_clearly_said(read, phrase, matched))
            and not is_calm(read, phrase, matched, is_emergency=is_emergency)
        ):
            return matched
    return None


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


def is_alone(text: TypedText, matched: set[int]) -> bool:
    """Return True if there is nothing else in the text."""
    return all(word.is_filler for number, word in enumerate(text.words) if number not in matched)


def is_calm(read: ReadText, phrase: Phrase, matched: set[int], *, is_emergency: bool) -> bool:
    """Return True if the words around the match say that it is no danger."""
    if is_denied(read.text, matched) or is_a_name(read.text, matched):
        return True
    if phrase.unless and excuses(read, phrase.unless, matched):
        return True
    is_history = is_emergency and (
        excuses(read, FEARED, matched, before=True)
        or excuses(read, OVER, matched, before=False)
        or names_a_past_year(read.text, matched)
    )
    return is_history and not is_happening_now(read.text, matched)


def excuses(read: ReadText, unless: Group, matched: set[int], *, before: bool | None = None) -> bool:
    """Return True if one of these words is close to the match, in the same clause; only before or after it if told."""
    words = read.text.words
    start, end = min(matched), max(matched)
    for choice in unless:
        for place in read.find(choice):
            if not matched.isdisjoint(place.numbers):
                if matched.issuperset(place.numbers):
                    continue
                return True
            is_before = place.last < start
            if before is not None and is_before != before:
                continue
            inner, outer = (place.last, start) if is_before else (end, place.first)
            if inner > outer:  # between words of the match
                return True
            near = words[outer].place - words[inner].place <= NEAR
            between = words[inner + 1 : outer + 1]
            if near and not any(word.begins_sentence or word.after_comma for word in between):
                return True
    return False


def read_text(text: TypedText, known: KnownWords) -> ReadText:
    """Return the text with every known word that its words may stand for, also misspelled, torn or glued together."""
    text = unglue(text, known)
    read = ReadText(text)
    for number, word in enumerate(text.words):
        meant = set(known.meant(word.text))
        if number + 1 < len(text.words) and not text.words[number + 1].begins_sentence:
            together = word.text + text.words[number + 1].text
            if together in known.words:
                meant.add(together)
                read.torn.add((number, together))
        read.readings.append(frozenset(meant))
        for meaning in meant:
            read.places[meaning].append(number)
    return read


def unglue(text: TypedText, known: KnownWords) -> TypedText:
    """Return the text with a space wherever known words were typed as one."""
    apart = [(word.span, known.unglued(word.text)) for word in text.words if not known.meant(word.text)]
    shown = text.text
    for (start, end), parts in reversed(apart):
        if parts:
            shown = f"{shown[:start]}{' '.join(parts)}{shown[end:]}"
    return text if shown == text.text else cut_into_words(shown)
