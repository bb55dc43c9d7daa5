"""The words of a query that may be somebody's name, or stand in somebody's profile."""

from collections.abc import Iterable

from .query_parts import Meaning, Part
from .tokens import TITLES, Query, Word
from .word_lookup import Known, Lookup


def other_words(word: Word, known: Lookup) -> Part | None:
    """Return what a word outside the vocabulary may stand for: a name, or a word of somebody's profile."""
    exact, guessed = fitting_names(word, known.known)
    meanings = name_meanings(exact or guessed)
    if word.number in known.mentioned and not exact:
        meanings.append(Meaning(f"b:{known.mentioned[word.number]}", "text", word.text, exact=not guessed))
    if not meanings:
        return None
    close = any(fit.how != "similar" or fit.distance <= 1 for fit in exact or guessed)
    return Part(frozenset({word.number}), word.text, tuple(meanings), guessed=bool(guessed and not exact), close=close)


def fitting_names(word: Word, known: Iterable[Known]) -> tuple[list[Known], list[Known]]:
    """Return the names that a word is, and those that it begins or that may have been meant."""
    its = [fit for fit in known if fit.number == word.number and fit.names > 0]
    guessed = [fit for fit in its if fit.how == "begun" or (fit.how == "similar" and possible(word.text, fit))]
    return [fit for fit in its if fit.how == "exact"], guessed


def name_meanings(fits: Iterable[Known]) -> list[Meaning]:
    """Return the names as meanings."""
    return [
        Meaning(
            f"n:{fit.word}", "name", fit.word, exact=fit.how == "exact", wrong=max(fit.distance, fit.how == "begun")
        )
        for fit in fits
    ]


def as_names(query: Query, known: Iterable[Known], *, widely: bool = False) -> list[Part]:
    """Return the query read as given and family name, a part for each word; empty unless each may be one.

    With `widely` a word that is a name may also be another one, misspelt.
    """
    parts = []
    for word in query.words:
        if word.number not in query.required:
            continue
        exact, guessed = fitting_names(word, known)
        if not exact and not guessed:
            return []
        meanings = name_meanings([*exact, *guessed] if widely else exact or guessed)
        parts.append(Part(frozenset({word.number}), word.text, tuple(meanings), guessed=not exact))
    return parts if len(parts) > 1 else []


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
