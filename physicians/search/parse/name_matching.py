"""The tokens of a query that may be someone's name, or a word of someone's profile."""

from collections.abc import Iterable

from .query_parts import Meaning, Part
from .tokens import TITLES, Token, TypedQuery
from .word_lookup import KnownWord, Lookup


def name_or_text(token: Token, lookup: Lookup) -> Part | None:
    """Return what a token outside the vocabulary may mean: a name, or a word of a profile's text."""
    exact, guessed = matching_names(token, lookup.known)
    meanings = name_meanings(exact or guessed)
    if token.number in lookup.mentioned and not exact:
        meanings.append(Meaning(f"b:{lookup.mentioned[token.number]}", "text", token.text, exact=not guessed))
    if not meanings:
        return None
    close = any(known.how != "similar" or known.distance <= 1 for known in exact or guessed)
    return Part(
        frozenset({token.number}), token.text, tuple(meanings), guessed=bool(guessed and not exact), close=close
    )


def matching_names(token: Token, known: Iterable[KnownWord]) -> tuple[list[KnownWord], list[KnownWord]]:
    """Return the names that a token is, and those that it begins or that may have been meant."""
    names = [word for word in known if word.number == token.number and word.names > 0]
    guessed = [word for word in names if word.how == "begun" or (word.how == "similar" and may_be(token.text, word))]
    return [word for word in names if word.how == "exact"], guessed


def name_meanings(names: Iterable[KnownWord]) -> list[Meaning]:
    """Return names as meanings."""
    return [
        Meaning(
            f"n:{name.word}",
            "name",
            name.word,
            exact=name.how == "exact",
            wrong=max(name.distance, name.how == "begun"),
        )
        for name in names
    ]


def as_full_name(query: TypedQuery, known: Iterable[KnownWord], *, widely: bool = False) -> list[Part]:
    """Return the query read as given and family name, a part for each token; empty unless each may be a name.

    With `widely`, a token that is a name may also be another one, misspelled.
    """
    parts = []
    for token in query.tokens:
        if token.number not in query.required:
            continue
        exact, guessed = matching_names(token, known)
        if not exact and not guessed:
            return []
        meanings = name_meanings([*exact, *guessed] if widely else exact or guessed)
        parts.append(Part(frozenset({token.number}), token.text, tuple(meanings), guessed=not exact))
    return parts if len(parts) > 1 else []


def may_be(typed: str, name: KnownWord) -> bool:
    """Return True if a name may have been meant; in a short one only one letter may be wrong."""
    return name.distance <= (1 if len(typed) < 4 else 2)


def filler_names(query: TypedQuery, lookup: Lookup, parts: list[Part]) -> list[Part]:
    """Return the filler words that are names here: “Dr. Do”, “Will”, “hye jin an”."""
    by_name = {number for part in parts for number in part.numbers if part.meanings[0].kind == "name"}
    counted = [token for token in query.tokens if token.text not in TITLES]
    found = []
    for place, token in enumerate(query.tokens):
        name = lookup.names.get(token.number)
        if not token.is_filler or not name or token.text in TITLES:
            continue
        before = query.tokens[place - 1] if place else None
        after = query.tokens[place + 1] if place + 1 < len(query.tokens) else None
        beside = any(other and other.number in by_name for other in (before, after))
        if len(counted) == 1 or (before and before.text in TITLES) or beside:
            found.append(Part(frozenset({token.number}), name, (Meaning(f"n:{name}", "name", name),)))
    return found


def full_name_lexemes(query: TypedQuery, lookup: Lookup) -> tuple[str, ...]:
    """Return the lexemes of the required tokens if all of them are names: exact name matches come first."""
    names = lookup.names
    if not query.required or not query.required <= names.keys():
        return ()
    return tuple(f"n:{names[number]}" for number in sorted(query.required))
