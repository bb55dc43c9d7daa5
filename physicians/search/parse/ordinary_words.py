"""Words that are too common to be a mistake, and words that the patient wants looked for as typed."""

from physicians.danger.common_words import common_words, zipf

from .tokens import Token, TypedQuery
from .word_lookup import KnownWord
from .word_sequence import words_in

EVERYDAY = 4.3  # a Zipf frequency: “button”, “computer”
EVERYWHERE = 4.8  # “life”, “home”
# Everyday words that say enough alone.
COMPLAINTS = words_in(
    """
    arm arms balance dedo dedos exercise exercises feet finger fingers foot hand hands hip hips legs mano manos
    physical pie pies replacement shoulder shoulders sport sports sit sitting stand standing walk walking
    """
)


def is_settled(token: Token) -> bool:
    """Return True if a token means what it says: it is ordinary, or in quotation marks."""
    return token.is_literal or token.text in common_words()


def is_everyday(token: Token) -> bool:
    """Return True if a token is too common to say anything alone: “fast”, “black”."""
    return token.text not in COMPLAINTS and zipf(token.text) >= EVERYDAY


def is_everywhere(token: Token) -> bool:
    """Return True for a number, and for a word that is in anybody's profile."""
    return token.text.isdigit() or zipf(token.text) >= EVERYWHERE


def without_guesses(query: TypedQuery, known: list[KnownWord]) -> list[KnownWord]:
    """Return the known words without what settled tokens would have to be corrected or completed to."""
    guessed = {word.number for word in known if word.how != "exact"}
    settled = {token.number for token in query.tokens if token.number in guessed and is_settled(token)}
    return [word for word in known if word.how == "exact" or word.number not in settled]


def may_be_guessed(query: TypedQuery, known: list[KnownWord]) -> list[KnownWord]:
    """Return the known words for a full name, where the other name vouches for an ordinary one: “Jon Smith”.

    Without a word that is a name or a mistake, nothing vouches; what is in quotation marks is never guessed.
    """
    exact = {word.number for word in known if word.how == "exact" and word.names > 0}
    vouched = any(token.number in exact or not is_settled(token) for token in query.tokens if not token.is_filler)
    literal = {token.number for token in query.tokens if token.is_literal or not vouched}
    return [word for word in known if word.how == "exact" or word.number not in literal]
