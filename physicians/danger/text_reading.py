"""A text, and where each known word is in it: also misspelled, torn or glued together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .misspellings import KnownWords
from .sign_notation import Words
from .typed_words import TypedText, cut_into_words

# These negate what follows them, not what came before: “I can walk but can't sit”.
GOVERNORS = frozenset("cant unable dont wont isnt havent no not without never incapable sin ni ningun ninguna".split())
WIDEST_GAP = 2  # filler words inside words in a row


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
