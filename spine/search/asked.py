"""The words of a query, in every spelling to look for."""

from dataclasses import dataclass

from physicians.search.parse.tokens import TypedQuery


@dataclass(frozen=True)
class Asked:
    """A word to look for, in place of the token of that number."""

    number: int
    text: str


def asked_words(query: TypedQuery) -> list[Asked]:
    """Return the words of a query in each of their spellings."""
    return [Asked(token.number, spelling) for token in query.tokens for spelling in token.spellings]


def phrase(query: TypedQuery) -> str:
    """Return the words in a row, spelled as the pages spell them."""
    return " ".join(token.spellings[-1] for token in query.tokens)
