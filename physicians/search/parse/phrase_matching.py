"""The phrases of the vocabulary in a query."""

import re

from physicians.search.published_choices import Choices

from .query_parts import Meaning, Part
from .tokens import Query, plain
from .word_lookup import Known, Lookup, Term

ARTICLES = frozenset({"a", "an", "the", "my", "your", "his", "her", "our", "their"})


def spell(query: Query, known: Lookup, taken: frozenset[int]) -> dict[int, list[Known]]:
    """Return for each word the words of the vocabulary that it is, begins, or was meant to be; the closest only."""
    found: dict[int, list[Known]] = {}
    for word in query.words:
        its = [fit for fit in known.known if fit.number == word.number and word.number not in taken]
        named = min((wrong_letters(word.text, fit) for fit in its if fit.names > 0), default=9)
        for how in ("exact", "apart", "begun", "similar", "sounds"):
            fits = [fit for fit in its if fit.terms > 0 and fit.how == how]
            if how in {"similar", "sounds"}:  # a name that is closer was meant
                fits = [fit for fit in fits if likely(word.text, fit) and wrong_letters(word.text, fit) <= named]
            if how == "begun" and len(word.text) < 3:
                continue
            if fits:
                closest = min(wrong_letters(word.text, fit) for fit in fits)
                found[word.number] = [fit for fit in fits if wrong_letters(word.text, fit) == closest][:8]
                break
    return found


def wrong_letters(typed: str, fit: Known) -> int:
    """Return by how many letters a word is misspelt; two that changed places are one mistake."""
    return 1 if fit.distance == 2 and sorted(typed) == sorted(fit.word) else fit.distance


def likely(typed: str, fit: Known) -> bool:
    """Tell whether a word of the vocabulary may have been meant: “lesion” is not “fusion”, nor “covid” a “cord”."""
    if fit.how == "sounds":
        return fit.distance <= len(typed) // 2
    if wrong_letters(typed, fit) == 1:
        return len(typed) > 4 or typed[0] == fit.word[0]
    return len(typed) > 5 and typed[0] == fit.word[0]


def phrases(
    query: Query, known: Lookup, spelled: dict[int, list[Known]], taken: frozenset[int], choices: Choices
) -> list[Part]:
    """Return the phrases of the vocabulary in the query, the longest first, until every word of it has one.

    A phrase that stands there whole is better than part of one. Word order and what stands between do not matter.
    """
    slots = {number: frozenset(fit.stem for fit in fits if fit.stem) for number, fits in spelled.items()}
    asked = frozenset().union(*slots.values()) if slots else frozenset()
    exact = {number for number, fits in spelled.items() if fits[0].how in {"exact", "apart"}}
    known_as_typed = exact | {number for number, fits in spelled.items() if fits[0].how == "begun"}
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
        # Beside other words part of a phrase that is also a name is a name; alone it may be both (“pain”, “Dr. Pain”).
        if not fresh or (not whole and fresh <= named and len(query.required) > 1):
            continue
        terms = found[key]
        if not whole:  # of the phrases that were typed in part, those with the least missing
            least = min(len(term.stems) for term, _exact in terms)
            terms = [(term, as_typed) for term, as_typed in terms if len(term.stems) == least]
            # Of “neck” alone, “neck surgeon” is a guess too far where conditions have the word.
            of_conditions = [(term, as_typed) for term, as_typed in terms if term.kind == "condition"]
            terms = of_conditions or terms
        covered |= numbers
        # “Numbness between the legs” has the stems of “leg numbness” and means something else.
        literal = {term.lexeme for term, _as_typed in terms if f" {spaced(term.phrase)} " in f" {spaced(query.text)} "}
        meanings: dict[str, Meaning] = {}
        for term, as_typed in sorted(
            terms, key=lambda pair: (not pair[0].official, not pair[1], len(pair[0].phrase), pair[0].phrase)
        ):
            label = choices.label(term.lexeme)
            # Of “fracture” alone, “Compression fracture” is closer than “fractured spine”.
            as_it_stands = as_typed and (term.official or (whole and (not literal or term.lexeme in literal)))
            meanings.setdefault(
                term.lexeme, Meaning(term.lexeme, term.kind, label, exact=as_it_stands, phrase=term.phrase)
            )
        guessed = not numbers <= known_as_typed
        parts.append(Part(numbers, query.typed(numbers), tuple(meanings.values()), whole=whole, guessed=guessed))
    return parts


def spaced(text: str) -> str:
    """Return the words of a text with one space between them, without articles and whose they are."""
    return " ".join(word for word in re.findall(r"[^\W_]+", plain(text)) if word not in ARTICLES)
