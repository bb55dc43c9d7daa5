"""How a query is understood: its parts, and what each of them may stand for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from physicians.npi import is_npi

from .choices import Choices
from .lookup import Known, Lookup, Term, look_up
from .plain_marks import gender_words, marks_in
from .words import TITLES, Query, Word, plain, read_query

KINDS = (
    "name",
    "npi",
    "condition",
    "procedure",
    "specialty",
    "language",
    "location",
    "virtual",
    "accepting",
    "gender",
    "text",
)
ARTICLES = frozenset({"a", "an", "the", "my", "your", "his", "her", "our", "their"})
MOST_READ_SPELLINGS = 4  # words that a note names


@dataclass(frozen=True)
class Meaning:
    """One thing that a part of the query may stand for: a lexeme of PhysicianDocument.words."""

    lexeme: str
    kind: str  # that of a search term; or name, npi, virtual, accepting, gender or text (of the profile)
    label: str
    exact: bool = True  # False: misspelt, begun, or only part of the phrase was typed
    phrase: str = ""  # the search term it comes through


@dataclass(frozen=True)
class Part:
    """Words that belong together. A physician fits it by any of its meanings."""

    numbers: frozenset[int]
    typed: str
    meanings: tuple[Meaning, ...]
    level: bool = False  # a vertebra, which says where and not what

    @property
    def exact(self) -> tuple[Meaning, ...]:
        """Return the meanings that need no guess."""
        return tuple(meaning for meaning in self.meanings if meaning.exact)


@dataclass(frozen=True)
class Reading:
    """A query as it was understood. No parts and words that count: nothing was understood."""

    query: Query
    parts: list[Part] = field(default_factory=list)
    unknown: frozenset[int] = frozenset()  # numbers of the words that fit nothing
    corrected: dict[str, list[str]] = field(default_factory=dict)  # typed: what it was read as
    name_words: tuple[str, ...] = ()  # lexemes, when all that counts may be somebody's name
    zip_code: str = ""  # typed among the words
    zip_numbers: frozenset[int] = frozenset()
    ignored: frozenset[int] = frozenset()  # words for a gender, where patients cannot choose by it

    @property
    def notes(self) -> list[str]:
        """Return what the page should say about the words."""
        notes = [_("That was long. We looked for its first words only.")] if self.query.shortened else []
        if self.query.text and not self.query.words:
            notes.append(_("We could not find a word to look for in what you typed."))
        elif self.query.words and not self.query.required and not self.parts and not self.query.near_me:
            notes.append(_("Every doctor fits what you typed. Add a name, a condition or a specialty."))
        if self.ignored:
            notes.append(_("Doctors cannot be chosen by gender here, so we left that out."))
        for typed, read_as in self.corrected.items():
            notes.append(
                _("Nothing here is spelled %(typed)s. We looked for %(meant)s.")
                % {"typed": quoted([typed]), "meant": quoted(read_as[:MOST_READ_SPELLINGS])}
            )
        if self.unknown:
            notes.append(left_out(word.text for word in self.query.words if word.number in self.unknown))
        return notes


def quoted(words: Iterable[str]) -> str:
    """Return the words in quotation marks, in a row: “a”, “b” and “c”."""
    return get_text_list([_("“%(word)s”") % {"word": word} for word in dict.fromkeys(words)], _("and"))


def left_out(words: Iterable[str]) -> str:
    """Return the sentence about words that fit nobody."""
    words = list(words)
    if len(words) == 1:
        return _("We left out %(word)s: nothing in the directory fits it.") % {"word": quoted(words)}
    return _("We left out %(words)s: nothing in the directory fits them.") % {"words": quoted(words)}


def read(text: str, choices: Choices, *, genders: bool = False) -> Reading:
    """Understand what somebody typed. With `genders`, words such as “female doctor” are read as well."""
    query = read_query(text)
    parts, zip_code, zip_numbers = numbers_in(query)
    parts += levels_in(query, choices)
    said = marks_in(query, genders=genders)
    parts += [
        Part(numbers, query.typed(numbers), (Meaning(mark, kind, label),)) for numbers, mark, kind, label in said
    ]
    ignored = frozenset() if genders else gender_words(query)
    taken = zip_numbers.union(ignored, *(part.numbers for part in parts))
    known = look_up(query)
    spelled = spell(query, known, taken)
    parts += phrases(query, known, spelled, taken, choices)
    covered = taken.union(*(part.numbers for part in parts))
    others = [
        other_words(word, known, spelled) for word in query.words if not word.small and word.number not in covered
    ]
    parts += [part for part in others if part]
    parts += said_names(query, known, parts)
    covered = taken.union(*(part.numbers for part in parts))
    return Reading(
        query,
        sorted(together(query, parts), key=lambda part: min(part.numbers)),
        query.required - covered,
        corrections(query, parts, spelled),
        all_names(query, known),
        zip_code,
        zip_numbers,
        ignored,
    )


def numbers_in(query: Query) -> tuple[list[Part], str, frozenset[int]]:
    """Return the NPIs of a query as parts, and its first ZIP code with the word's number."""
    parts = [
        Part(frozenset({word.number}), word.text, (Meaning(f"npi:{word.text}", "npi", word.text),))
        for word in query.words
        if is_npi(word.text)
    ]
    for word in query.words:
        if len(word.text) == 5 and word.text.isascii() and word.text.isdigit():
            return parts, word.text, frozenset({word.number})
    return parts, "", frozenset()


def levels_in(query: Query, choices: Choices) -> list[Part]:
    """Return the vertebral levels: who treats a condition of that region fits."""
    return [
        Part(
            frozenset({word.number}),
            word.level.name,
            tuple(
                Meaning(choice.lexeme, "condition", choice.name, phrase=word.level.name)
                for choice in choices.of_region(word.level.region)
            ),
            level=True,
        )
        for word in query.words
        if word.level and choices.of_region(word.level.region)
    ]


def spell(query: Query, known: Lookup, taken: frozenset[int]) -> dict[int, list[Known]]:
    """Return for each word the words of the vocabulary that it is, begins, or was meant to be; the closest only."""
    found: dict[int, list[Known]] = {}
    for word in query.words:
        its = [fit for fit in known.known if fit.number == word.number and fit.terms > 0 and word.number not in taken]
        for how in ("exact", "begun", "similar", "sounds"):
            fits = [fit for fit in its if fit.how == how and (how != "similar" or likely(word.text, fit))]
            if how == "begun" and len(word.text) < 3:
                continue
            if fits:
                closest = min(fit.distance for fit in fits)
                found[word.number] = [fit for fit in fits if fit.distance == closest][:8]
                break
    return found


def likely(typed: str, fit: Known) -> bool:
    """Tell whether a word of the vocabulary may have been meant: “lesion” is not a misspelt “fusion”."""
    if fit.distance == 1:
        return len(typed) > 4 or typed[0] == fit.word[0]
    return len(typed) > 4 and typed[0] == fit.word[0]


def phrases(
    query: Query, known: Lookup, spelled: dict[int, list[Known]], taken: frozenset[int], choices: Choices
) -> list[Part]:
    """Return the phrases of the vocabulary in the query, the longest first, until every word of it has one.

    A phrase that stands there whole is better than part of one. Word order and what stands between do not matter.
    """
    slots = {number: frozenset(fit.stem for fit in fits if fit.stem) for number, fits in spelled.items()}
    asked = frozenset().union(*slots.values()) if slots else frozenset()
    exact = {number for number, fits in spelled.items() if fits[0].how == "exact"}
    found: dict[tuple[frozenset[int], bool], list[tuple[Term, bool]]] = {}
    named = {fit.number for fit in known.known if fit.how == "exact" and fit.names > 0}
    for term in known.terms:
        shared = term.stems & asked
        if not shared or not choices.label(term.lexeme):
            continue
        numbers = frozenset(number for number, stems in slots.items() if stems & shared)
        found.setdefault((numbers, shared == term.stems), []).append((term, numbers <= exact))
    parts: list[Part] = []
    covered: set[int] = set(taken)
    small = {word.number for word in query.words if word.small}

    def best(key: tuple[frozenset[int], bool]) -> tuple[bool, int, float, int]:
        numbers, whole = key
        sizes = [len(term.stems) for term, _exact in found[key]]
        spread = max(numbers) - min(numbers)
        return whole, len(numbers), -min(sizes), -spread

    for key in sorted(found, key=best, reverse=True):
        numbers, whole = key
        fresh = numbers - covered - small
        if not fresh or (not whole and fresh <= named):
            continue
        terms = found[key]
        if not whole:  # of the phrases that were typed in part, those with the least missing
            least = min(len(term.stems) for term, _exact in terms)
            terms = [(term, as_typed) for term, as_typed in terms if len(term.stems) == least]
        covered |= numbers
        # “Numbness between the legs” has the stems of “leg numbness” and means something else.
        literal = {term.lexeme for term, _as_typed in terms if f" {spaced(term.phrase)} " in f" {spaced(query.text)} "}
        meanings: dict[str, Meaning] = {}
        for term, as_typed in sorted(terms, key=lambda pair: (not pair[0].official, not pair[1])):
            label = choices.label(term.lexeme)
            as_it_stands = whole and as_typed and (not literal or term.lexeme in literal)
            meanings.setdefault(
                term.lexeme, Meaning(term.lexeme, term.kind, label, exact=as_it_stands, phrase=term.phrase)
            )
        parts.append(Part(numbers, query.typed(numbers), tuple(meanings.values())))
    return parts


def together(query: Query, parts: list[Part]) -> list[Part]:
    """Return the parts with those in one that mean the same: “dizziness and headaches”."""
    found: dict[tuple[bool, frozenset[str]], Part] = {}
    for part in parts:
        lexemes = part.level, frozenset(meaning.lexeme for meaning in part.meanings)
        other, merged = found.get(lexemes), part
        if other:
            numbers = other.numbers | part.numbers
            meanings = part.meanings if len(part.exact) > len(other.exact) else other.meanings
            merged = Part(numbers, query.typed(numbers), meanings)
        found[lexemes] = merged
    return list(found.values())


def spaced(text: str) -> str:
    """Return the words of a text with one space between them, without articles and whose they are."""
    return " ".join(word for word in re.findall(r"[^\W_]+", plain(text)) if word not in ARTICLES)


def other_words(word: Word, known: Lookup, spelled: dict[int, list[Known]]) -> Part | None:
    """Return what a word outside the vocabulary may stand for: a name, or a word of somebody's profile."""
    its = [fit for fit in known.known if fit.number == word.number and fit.names > 0]
    exact = [fit for fit in its if fit.how == "exact"]
    guessed = [fit for fit in its if fit.how == "begun" or (fit.how == "similar" and possible(word.text, fit))]
    meanings = [Meaning(f"n:{fit.word}", "name", fit.word, exact=fit.how == "exact") for fit in exact or guessed]
    if word.number in known.mentioned and not exact:
        meanings.append(Meaning(f"b:{known.mentioned[word.number]}", "text", word.text, exact=not guessed))
    return Part(frozenset({word.number}), word.text, tuple(meanings)) if meanings else None


def possible(typed: str, fit: Known) -> bool:
    """Tell whether a name may have been meant; of a short one only a single letter may be wrong."""
    return fit.distance <= (1 if len(typed) < 4 else 2)


def said_names(query: Query, known: Lookup, parts: list[Part]) -> list[Part]:
    """Return the small words that are names here: “Dr. Do”, “Will”, “hye jin an”."""
    named = {fit.number: fit.word for fit in known.known if fit.how == "exact" and fit.names > 0}
    by_name = {number for part in parts for number in part.numbers if part.meanings[0].kind == "name"}
    counted = [word for word in query.words if word.text not in TITLES]
    found = []
    for place, word in enumerate(query.words):
        if not word.small or word.number not in named or word.text in TITLES:
            continue
        before = query.words[place - 1] if place else None
        after = query.words[place + 1] if place + 1 < len(query.words) else None
        beside = any(other and other.number in by_name for other in (before, after))
        if len(counted) == 1 or (before and before.text in TITLES) or beside:
            name = named[word.number]
            found.append(Part(frozenset({word.number}), name, (Meaning(f"n:{name}", "name", name),)))
    return found


def all_names(query: Query, known: Lookup) -> tuple[str, ...]:
    """Return the lexemes of the words that count when all of them are names: those who bear them come first."""
    named = {fit.number: fit.word for fit in known.known if fit.how == "exact" and fit.names > 0}
    if not query.required or not query.required <= named.keys():
        return ()
    return tuple(f"n:{named[number]}" for number in sorted(query.required))


def corrections(query: Query, parts: list[Part], spelled: dict[int, list[Known]]) -> dict[str, list[str]]:
    """Return the words that were read as others, which they do not begin."""
    found: dict[str, list[str]] = {}
    for part in parts:
        for number in part.numbers:
            word = next(word for word in query.words if word.number == number)
            if part.meanings[0].kind in {"name", "text"}:
                meant = [meaning.label for meaning in part.meanings if meaning.kind == "name" and not meaning.exact]
                if any(name.startswith(word.text) for name in meant):
                    meant = []
            else:
                meant = [fit.word for fit in spelled.get(number, ()) if fit.how in {"similar", "sounds"}]
            if meant:
                found[word.text] = meant
    return found
