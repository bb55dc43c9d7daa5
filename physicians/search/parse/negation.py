"""“No surgery”, “doesn't do injections”, “sin operación”: what a patient wants to do without.

A negation goes before what it takes away, with nothing between but words that ask for it: “surgery did not work” and
“no relief from injections” take nothing away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from physicians.search.published_choices import Choice, Choices

from .closest_words import MISSPELLED
from .negation_words import AFTER, BETWEEN, LISTED, NEGATIONS, PAIRS, PAST, UNWANTED, UNWELCOME
from .phrase_matching import Spelled
from .practices import PRACTICES, Practice
from .query_parts import Meaning, Part
from .tokens import TypedQuery
from .word_lookup import Lookup
from .word_sequence import Word, numbers_of, word_sequence

REACH = 9  # words from a negation to what it takes away
LONGEST_NAME = 4  # words of a procedure


@dataclass
class Negations:
    """What a query takes away: parts that must be absent, their tokens, and sentences about what no profile says."""

    query: TypedQuery
    choices: Choices
    parts: list[Part] = field(default_factory=list)
    taken: frozenset[int] = frozenset()
    notes: list[str] = field(default_factory=list)

    def add_practice(self, practice: Practice, words: list[Word]) -> None:
        """Add a practice that must be absent."""
        self.taken |= numbers_of(words)
        if not practice.done_by:
            self.notes.append(str(practice.unknown))
            return
        ways = [choice for choice in self.choices.rows if choice.facet in {"specialty", "procedure"}]
        entries = [choice for choice in ways if practice.done_by.search(f"{choice.name} {choice.detail}")]
        if entries:
            self.add(str(practice.label), entries, words)

    def add_entries(self, entries: list[Choice], words: list[Word]) -> None:
        """Add procedures that must be absent, each by its name."""
        for entry in entries:
            self.add(_("No %(name)s") % {"name": entry.name[:1].lower() + entry.name[1:]}, [entry], words)

    def add(self, label: str, entries: Iterable[Choice], words: list[Word]) -> None:
        """Add a part that leaves out everyone who has one of these entries."""
        numbers = numbers_of(words)
        self.taken |= numbers
        meanings = tuple(Meaning(entry.lexeme, entry.facet, label) for entry in entries)
        self.parts.append(Part(numbers, self.query.typed(numbers), meanings, is_absent=True))


def find_negations(query: TypedQuery, lookup: Lookup, spelled: Spelled, choices: Choices) -> Negations:
    """Return what the words take away."""
    found, named = Negations(query, choices), treatments(lookup, spelled, choices)
    words = word_sequence(query)
    for place, word in enumerate(words):
        if word.number in found.taken:
            continue
        ahead = words[place : place + REACH]
        practice = named.practice(word)
        if word.text in UNWANTED:
            found.add_practice(PRACTICES[0], [word])
        elif practice and (length := is_unwelcome(ahead)):
            found.add_practice(practice, ahead[:length])
        elif not (place and words[place - 1].text in PAST) and (length := is_negation(ahead)):
            take_away(found, ahead, length, named)
    return found


def is_negation(words: list[Word]) -> int:
    """Return how many of these words negate what follows: 0, 1, or 2 (“rather than”)."""
    pair = len(words) > 1 and words[1].text == PAIRS.get(words[0].text)
    return 2 if pair else int(words[0].text in NEGATIONS)


def is_unwelcome(words: list[Word]) -> int:
    """Return how many of these words say that the first is not wanted: “surgery is not an option”; else 0."""
    length = 1
    while length < len(words) and words[length].text in AFTER:
        length += 1
    said = {word.text for word in words[1:length]}
    return length if said & UNWELCOME and said & NEGATIONS else 0


def take_away(found: Negations, words: list[Word], place: int, named: "Treatments") -> None:
    """Add what a negation takes away; the first words are the negation, up to `place`."""
    begun = 0
    while place < len(words):
        entries, length = named.longest(words[place:])
        practice = named.practice(words[place]) if length == 1 else None
        typed = words[begun : place + length]
        if practice:
            found.add_practice(practice, typed)
        elif entries:
            found.add_entries(entries, typed)
        elif words[place].text not in BETWEEN | NEGATIONS:
            return
        place += length
        if practice or entries:
            begun = place
            if place < len(words) and not is_listed(found.query, words, place):
                return


def is_listed(query: TypedQuery, words: list[Word], place: int) -> bool:
    """Return True if a list goes on with the word at that place: “no surgery, injections or pills”."""
    before = words[place - 1]
    return words[place].text in LISTED or "," in query.text[before.start + len(before.typed) : words[place].start]


@dataclass(frozen=True)
class Treatments:
    """Which words are practices, procedures, or official names of specialties."""

    phrases: list[tuple[frozenset[str], Choice]]  # of procedures, as stems
    spelled: Spelled

    def practice(self, word: Word) -> Practice | None:
        """Return the practice that a word asks for, also misspelled."""
        meant = {word.text, *(known.word for known in self.spelled.get(word.number, ()) if known.how in MISSPELLED)}
        return next((practice for practice in PRACTICES if meant & practice.words), None)

    def longest(self, words: list[Word]) -> tuple[list[Choice], int]:
        """Return the procedures with the longest phrase that these words begin with, and its length in words."""
        best: tuple[list[Choice], int] = ([], 1)
        typed: list[frozenset[str]] = []
        for length, word in enumerate(words[:LONGEST_NAME], 1):
            own = frozenset(known.stem for known in self.spelled.get(word.number, ()) if known.stem)
            if not own:
                break
            typed.append(own)
            entries = [
                entry
                for stems, entry in self.phrases
                if stems <= frozenset().union(*typed) and all(stems & its for its in typed)
            ]
            if entries:
                best = (list(dict.fromkeys(entries)), length)
        return best


def treatments(lookup: Lookup, spelled: Spelled, choices: Choices) -> Treatments:
    """Return what the vocabulary knows of treatments in the query."""
    phrases = [
        (term.stems, choices.by_lexeme[term.lexeme])
        for term in lookup.terms
        if term.lexeme in choices.by_lexeme
        and (term.kind == "procedure" or (term.kind == "specialty" and term.official))
    ]
    return Treatments(phrases, spelled)


def without_absent(parts: list[Part]) -> list[Part]:
    """Return the parts without what another part leaves out: “spine doctor, not a surgeon” asks for no surgeon."""
    absent = {lexeme for part in parts if part.is_absent for lexeme in part.lexemes}
    left = []
    for part in parts:
        meanings = tuple(meaning for meaning in part.meanings if meaning.lexeme not in absent)
        left.append(part if part.is_absent or not meanings else replace(part, meanings=meanings))
    return left
