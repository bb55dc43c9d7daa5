"""Who was meant, when words of a query may be someone's name: people in the order of their scores."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .name_candidates import name_groups, namesakes, read_candidates
from .name_scores import Candidate, Score, best_score
from .name_spelling import plain_word
from .ordinary_words import is_settled
from .tokens import NAME_SUFFIXES, TITLES, Token, TypedQuery
from .typed_names import Reading, TypedName, readings, typed_name
from .unknown_names import Halves
from .word_lookup import KnownWord

MOST_WORDS = 5  # of a name
SHORT_QUERY = 2  # tokens
CREDENTIALS = re.compile(r"\b(m\.\s?d|d\.\s?o|ph\.\s?d|r\.\s?n|p\.\s?a)\b", re.IGNORECASE)
# Small words of family names; they need not match.
PARTICLES = frozenset(("al", "ben", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "las", "le", "los",
                       "mac", "mc", "o", "san", "st", "van", "von", "y"))  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Someone whose name fits."""

    someone: Candidate
    score: Score


@dataclass(frozen=True)
class People:
    """Those whose names fit, the best first; `large` are queries for groups that are too large to be scored."""

    people: tuple[Person, ...] = ()
    large: tuple[str, ...] = ()
    numbers: frozenset[int] = field(default=frozenset())  # of the tokens that were read as a name
    similar: tuple[KnownWord, ...] = ()  # names like the typed ones, when nobody is called as it was typed
    measured: bool = False  # the tables offered no name for a word: it was compared with each candidate's

    @property
    def complete(self) -> list[Person]:
        """Return those whose name leaves no typed word over."""
        return [person for person in self.people if person.score.complete]

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the physicians in order."""
        return tuple(person.someone.pk for person in self.people)

    def person(self, pk: int) -> Person | None:
        """Return the physician as a person who was scored, None if they weren't."""
        return next((person for person in self.people if person.someone.pk == pk), None)


NOBODY = People()


def find_people(
    query: TypedQuery,
    numbers: frozenset[int],
    known: Sequence[KnownWord],
    halves: Halves = (),
    *,
    widely: bool = False,
) -> People:
    """Return the people whose name the tokens of these numbers are, with the small words beside them.

    With `widely`, when there are none, a token that is a name may be another one, misspelled or completed.
    """
    tokens = spoken(query, numbers)
    if not numbers or len(tokens) > MOST_WORDS:
        return NOBODY
    words = [as_name(query, token, known, numbers) for token in tokens]
    found = read_candidates(
        name_groups(readings(words, halves), completed=not widely),
        " ".join(word.text for word in words),
        by_family=len(words) == 1 and not halves,
        widely=[word for word in words if not word.optional] if widely else (),
        otherwise=namesakes(words) if len(words) > 1 else (),
    )
    if found.similar:
        words = [as_name(query, token, [*known, *found.similar], numbers) for token in tokens]
    family_first = has_comma(query, tokens)
    people = in_order(found.candidates, readings(words, halves), family_first=family_first)
    measured = bool(people) and not any(person.score.complete for person in people)
    if measured:
        unknown = {token.number for token in tokens if not is_settled(token)} - {
            word.number for word in known if word.how == "exact"
        }
        words = [replace(word, measured=word.numbers[0] in unknown) for word in words]
        people = in_order(found.candidates, readings(words, halves), family_first=family_first)
    return People(tuple(people), tuple(found.large), numbers, tuple(found.similar), measured)


def in_order(candidates: Iterable[Candidate], meant: Sequence[Reading], *, family_first: bool) -> list[Person]:
    """Return the candidates with their scores, the best first."""
    people = [Person(someone, best_score(meant, someone, family_first=family_first)) for someone in candidates]
    return sorted(people, key=lambda person: (-person.score.value, -person.someone.alike, person.someone.place))


def has_comma(query: TypedQuery, tokens: Sequence[Token]) -> bool:
    """Return True for “Smith, John”: a comma between the words of a name, whose family name comes first."""
    places = [start for token in tokens for start, _end in token.spans[:1]]
    return "," in query.text[min(places) : max(places)]


def spoken(query: TypedQuery, numbers: frozenset[int]) -> list[Token]:
    """Return the tokens of a name: those of these numbers, and initials and particles beside them."""
    found = set(numbers)
    for number in sorted(numbers):
        for step in (-1, 1):
            place = number + step
            while 0 <= place < len(query.tokens) and place not in found and belongs(query, query.tokens[place]):
                found.add(place)
                place += step
    return [token for token in query.tokens if token.number in found]


def belongs(query: TypedQuery, token: Token) -> bool:
    """Return True for what may be part of the name beside it; in a short query, any small word: “mas Anderson”."""
    if len(token.text) == 1:
        return token.text.isalpha() and not is_credential(query, token)
    if not token.is_filler or token.text in TITLES | NAME_SUFFIXES:
        return False
    return token.text in PARTICLES or is_half(query, token) or len(query.tokens) <= SHORT_QUERY


def is_credential(query: TypedQuery, token: Token) -> bool:
    """Return True for the letters of “M.D.” and “D.O.”: they are nobody's initials."""
    places = [match.span() for match in CREDENTIALS.finditer(query.text)]
    return all(any(first <= start < last for first, last in places) for start, _end in token.spans)


def as_name(query: TypedQuery, token: Token, known: Iterable[KnownWord], numbers: frozenset[int]) -> TypedName:
    """Return a token with the names it may be."""
    its = [word for word in known if word.number == token.number and word.names > 0]
    optional = token.number not in numbers and not is_half(query, token)
    return typed_name((token.number,), plain_word(token.text), its, optional=optional)


def is_half(query: TypedQuery, token: Token) -> bool:
    """Return True for a word that a hyphen joins to another: the “dias” of “Dias-Wilson” is no small word."""
    places = [(query.text[max(start - 1, 0) : start], query.text[end : end + 1]) for start, end in token.spans]
    return len(token.text) > 1 and any("-" in around for around in places)
