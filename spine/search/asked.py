"""The words of a query in every spelling that is looked for."""

from dataclasses import dataclass

from physicians.search.parse.tokens import Query


@dataclass(frozen=True)
class Asked:
    """A word to look for, standing for the word of that number in the query."""

    number: int
    text: str


def asked_words(query: Query) -> list[Asked]:
    """Return the words of a query, each with its other spellings."""
    return [Asked(word.number, spelling) for word in query.words for spelling in word.spellings]


def phrase(query: Query) -> str:
    """Return the words in a row, spelled as the pages spell them."""
    return " ".join(word.spellings[-1] for word in query.words)
