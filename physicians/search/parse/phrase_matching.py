"""The phrases of the vocabulary in a query. Word order, and what is between the words, don't matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from physicians.search.published_choices import Choices

from .ordinary_words import is_everyday, is_settled
from .query_parts import Meaning, Part
from .spanish_filler_words import SPANISH_SMALL_WORDS
from .tokens import TypedQuery, plain
from .word_lookup import KnownWord, Lookup, Term

TELLING = 3  # phrases with a word that says something beside others
TELLING_ALONE = 8
ARTICLES = frozenset({"a", "an", "the", "my", "your", "his", "her", "our", "their"})

Spelled = dict[int, list[KnownWord]]  # by token, the words of the vocabulary it may be


@dataclass(frozen=True)
class PhraseMatch:
    """The phrases that the same tokens make up, all of each phrase (`whole`) or only a part."""

    numbers: frozenset[int]
    whole: bool
    terms: tuple[Term, ...]

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Return how good the match is: whole phrases, then long, short of few words, and close together."""
        spread = max(self.numbers) - min(self.numbers)
        return self.whole, len(self.numbers), -self.fewest_stems, -spread

    @property
    def fewest_stems(self) -> int:
        """Return the length of the shortest of its phrases."""
        return min(len(term.stems) for term in self.terms)


def find_phrases(
    query: TypedQuery, lookup: Lookup, spelled: Spelled, taken: frozenset[int], choices: Choices
) -> list[Part]:
    """Return the phrases of the vocabulary as parts, leaving out tokens that are `taken` already."""
    matches = match_phrases(lookup.terms, spelled, choices)
    named = frozenset(lookup.names)
    return [phrase_part(query, match, spelled, choices) for match in choose(query, matches, taken, named)]


def match_phrases(terms: Sequence[Term], spelled: Spelled, choices: Choices) -> list[PhraseMatch]:
    """Return every published phrase that shares a stem with the query, grouped by the tokens that have it."""
    stems_of = {number: frozenset(word.stem for word in words if word.stem) for number, words in spelled.items()}
    asked = frozenset[str]().union(*stems_of.values())
    found: dict[tuple[frozenset[int], bool], list[Term]] = {}
    for term in terms:
        counted = term.stems - SPANISH_SMALL_WORDS or term.stems
        shared = counted & asked
        if shared and choices.label(term.lexeme):
            numbers = frozenset(number for number, stems in stems_of.items() if stems & shared)
            found.setdefault((numbers, shared == counted), []).append(term)
    return [PhraseMatch(numbers, whole, tuple(terms)) for (numbers, whole), terms in found.items()]


def choose(
    query: TypedQuery, matches: list[PhraseMatch], taken: frozenset[int], named: frozenset[int]
) -> list[PhraseMatch]:
    """Return the best matches, until every token that has one is covered.

    Beside other words, part of a phrase that is also a name is a name; alone it may be both (“pain”, “Dr. Pain”).
    """
    fillers = {token.number for token in query.tokens if token.is_filler}
    alone = len(frozenset[int]().union(*(match.numbers for match in matches)) & query.required) == 1
    chosen: list[PhraseMatch] = []
    covered: set[int] = set(taken)
    for match in sorted(matches, key=lambda match: match.rank, reverse=True):
        fresh = match.numbers - covered - fillers
        is_name = not match.whole and fresh <= named and len(query.required) > 1
        if fresh and not is_name and not is_chance(query, match, alone=alone):
            covered |= match.numbers
            chosen.append(match if match.whole else closest_phrases(match))
    return chosen


def is_chance(query: TypedQuery, match: PhraseMatch, *, alone: bool) -> bool:
    """Return True if an ordinary word only happens to be in a phrase: “black doctor”, “black disk”.

    `alone`: nothing else in the query is a word of the vocabulary.
    """
    if match.whole or len(match.numbers) > 1:
        return False
    [token] = [token for token in query.tokens if token.number in match.numbers]
    if alone and len(match.terms) < TELLING_ALONE and is_everyday(token):
        return True
    return len(query.required) > 1 and len(match.terms) < TELLING and is_settled(token)


def closest_phrases(match: PhraseMatch) -> PhraseMatch:
    """Return a partial match with only the phrases that have the fewest words missing.

    Of “neck” alone, “neck surgeon” is a guess too far if conditions have the word.
    """
    terms = tuple(term for term in match.terms if len(term.stems) == match.fewest_stems)
    conditions = tuple(term for term in terms if term.kind == "condition")
    return replace(match, terms=conditions or terms)


def phrase_part(query: TypedQuery, match: PhraseMatch, spelled: Spelled, choices: Choices) -> Part:
    """Return a match as a part of the query: our own names first, and of a patient's phrases the shortest."""
    hows = {spelled[number][0].how for number in match.numbers}
    as_typed = hows <= {"exact", "apart"}
    # “Numbness between the legs” has the stems of “leg numbness” and means something else.
    literal = {term.lexeme for term in match.terms if f" {spaced(term.phrase)} " in f" {spaced(query.text)} "}
    meanings: dict[str, Meaning] = {}
    for term in sorted(match.terms, key=lambda term: (not term.official, len(term.phrase), term.phrase)):
        # Of “fracture” alone, “Compression fracture” is closer than “fractured spine”.
        exact = as_typed and (term.official or (match.whole and (not literal or term.lexeme in literal)))
        label = choices.label(term.lexeme)
        meanings.setdefault(term.lexeme, Meaning(term.lexeme, term.kind, label, exact=exact, phrase=term.phrase))
    return Part(
        match.numbers,
        query.typed(match.numbers),
        tuple(meanings.values()),
        whole=match.whole,
        guessed=not hows <= {"exact", "apart", "begun"},
    )


def spaced(text: str) -> str:
    """Return the words of a text with single spaces, without articles and possessives."""
    return " ".join(word for word in re.findall(r"[^\W_]+", plain(text)) if word not in ARTICLES)
