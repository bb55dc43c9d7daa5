"""The tokens of a query that may be someone's name, or a word of someone's profile."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .nicknames_in_use import other_names
from .ordinary_words import is_everywhere, is_settled
from .query_parts import Meaning, Part
from .tokens import NAME_SUFFIXES, TITLES, Token, TypedQuery
from .unknown_names import Halves, names_like
from .word_lookup import KnownWord, Lookup

SOUND = {"sounds", "heard"}
MOST_NAME_WORDS = 4  # tokens: in a longer text about a complaint, none of them is guessed to be a nickname


def name_or_text(token: Token, lookup: Lookup) -> Part | None:
    """Return what a token outside the vocabulary may mean: a name, or a word of a profile's text."""
    exact, guessed = matching_names(token, lookup.known)
    meanings = name_meanings([*exact, *nicknames_of(token, lookup.known, exact)] or guessed)
    if token.number in lookup.mentioned and not exact and not is_everywhere(token):
        meanings.append(Meaning(f"b:{lookup.mentioned[token.number]}", "text", token.text, exact=not guessed))
    if not meanings:
        return None
    sure = exact or nicknames_of(token, lookup.known, exact)
    close = any(known.how != "similar" or known.distance <= 1 for known in sure or guessed)
    return Part(
        frozenset({token.number}), token.text, tuple(meanings), guessed=bool(guessed and not sure), close=close
    )


def may_be_names(query: TypedQuery, lookup: Lookup, taken: frozenset[int]) -> frozenset[int]:
    """Return the numbers of the required tokens that may be names: no word of the vocabulary, but for nicknames."""
    vocabulary = {word.number for word in lookup.known if word.how == "exact" and word.terms > 0 and not word.names}
    named = lookup.names.keys() | {token.number for token in query.tokens if other_names(token.text)}
    return query.required - taken - (vocabulary - named)


@dataclass(frozen=True)
class NameGuesses:
    """Names for the tokens that no one has as a name."""

    nicknames: list[KnownWord] = field(default_factory=list)
    similar: list[KnownWord] = field(default_factory=list)
    halves: Halves = ()


def unknown_names(query: TypedQuery, lookup: Lookup, taken: frozenset[int]) -> NameGuesses:
    """Return the names that unknown tokens may be meant as."""
    numbers = may_be_names(query, lookup, taken)
    found = {word.number for word in lookup.known if word.how == "exact"}
    unknown = [
        token for token in query.tokens if token.number in numbers - found and not token.level and not token.is_literal
    ]
    if not unknown or len(numbers) > MOST_NAME_WORDS:
        return NameGuesses()
    known, halves = names_like(unknown)
    there = {(word.number, word.word) for word in lookup.known}
    return NameGuesses(
        [word for word in known if word.how == "nickname"],
        [
            word
            for word in known
            # The sound vouches for a name that is offered already, two letters away: “Bune” and Boone.
            if word.how in SOUND or (word.how != "nickname" and (word.number, word.word) not in there)
        ],
        [cut for cut in halves if not any(token.number == cut[0] and is_settled(token) for token in unknown)],
    )


def matching_names(token: Token, known: Iterable[KnownWord]) -> tuple[list[KnownWord], list[KnownWord]]:
    """Return the names that a token is, and those that it begins or that may have been meant."""
    names = [word for word in known if word.number == token.number and word.names > 0]
    guessed = [word for word in names if word.how == "begun" or (word.how == "similar" and may_be(token.text, word))]
    return [word for word in names if word.how == "exact"], guessed


def nicknames_of(token: Token, known: Iterable[KnownWord], exact: list[KnownWord]) -> list[KnownWord]:
    """Return the names that a token is the nickname of, or whose nicknames they are."""
    found = [word for word in known if word.number == token.number and word.how == "nickname"]
    if exact and not found:
        found = [KnownWord(token.number, "nickname", name, None, 1, 0, 0) for name in sorted(other_names(token.text))]
    return found


def name_meanings(names: Iterable[KnownWord]) -> list[Meaning]:
    """Return names as meanings."""
    return [
        Meaning(
            f"n:{name.word}",
            "name",
            name.word,
            exact=name.how == "exact",
            wrong=max(name.distance, name.how in {"begun", "nickname"}),
            nickname=name.how == "nickname",
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
        short = nicknames_of(token, known, exact)
        if not exact and not guessed and not short:
            return []
        meanings = name_meanings([*exact, *short, *guessed] if widely else [*exact, *short] or guessed)
        parts.append(Part(frozenset({token.number}), token.text, tuple(meanings), guessed=not exact and not short))
    return parts


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
        if not token.is_filler or not name or token.text in TITLES or token.text in NAME_SUFFIXES:
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
