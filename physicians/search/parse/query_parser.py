"""What a patient's words mean: the parts of the query, each with its meanings and its role."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from physicians.npi import is_npi
from physicians.search.facet_kinds import Facet
from physicians.search.published_choices import Choices

from .closest_words import MISSPELLED, spell
from .facet_words import find_facet_words
from .find_people import NOBODY, People
from .name_matching import filler_names, full_name_lexemes, name_or_text, unknown_names
from .name_reading import read_names
from .negation import find_negations, without_absent
from .ordinary_words import may_be_guessed, without_guesses
from .part_roles import assign_roles, is_strong
from .phrase_matching import Spelled, find_phrases
from .query_parts import Meaning, Part, merge_same
from .state_licenses import find_licenses
from .tokens import TypedQuery, tokenize
from .topic_matching import beside_topics, find_topics
from .topics import Topic
from .untreated_matching import beside_untreated, find_untreated
from .well_words import find_well_words
from .word_lookup import Lookup, look_up


@dataclass(frozen=True)
class ParsedQuery:
    """A query as it was understood. Required tokens without any part: nothing was understood."""

    query: TypedQuery
    parts: list[Part] = field(default_factory=list)
    unknown: frozenset[int] = frozenset()  # numbers of the tokens that mean nothing here
    corrected: dict[str, list[str]] = field(default_factory=dict)  # typed: what it was read as
    full_name: tuple[str, ...] = ()  # lexemes, when every required token may be someone's name
    zip_code: str = ""  # typed among the words
    zip_numbers: frozenset[int] = frozenset()
    not_offered: list[str] = field(default_factory=list)  # sentences about what can't be asked for here
    lookup: Lookup = field(default_factory=lambda: Lookup([], [], {}))  # what the tables know of the words
    answers: list[Topic] = field(default_factory=list)  # what is asked that no doctor answers
    people: People = NOBODY  # whose name the words may be, the best first
    only_similar: bool = False  # nobody is called so; these people are called almost so

    @property
    def understood(self) -> frozenset[int]:
        """Return the numbers of the tokens that belong to a part."""
        return covered_by(self.parts)


def parse_query(text: str, choices: Choices, offered: Collection[Facet]) -> ParsedQuery:
    """Understand what a patient typed. `offered` are the facets that the words may ask for."""
    query = tokenize(text)
    zip_code, zip_numbers = find_zip_code(query)
    facet_words = find_facet_words(query, offered, choices)
    looked_up = look_up(query)
    lookup = replace(looked_up, known=without_guesses(query, looked_up.known))
    asked = find_topics(query, lookup)
    facet_parts = [part for part in facet_words.parts if not part.numbers & asked.taken]
    licenses = find_licenses(query, lookup)
    parts = [*npi_parts(query), *level_parts(query, choices), *facet_parts, *licenses]
    well = find_well_words(query)
    taken = zip_numbers | facet_words.taken | asked.taken | covered_by(parts) | well
    guesses = unknown_names(query, looked_up, taken)
    lookup = replace(lookup, known=[*lookup.known, *guesses.nicknames, *without_guesses(query, guesses.similar)])
    spelled = spell(query, lookup.known, taken)
    negations = find_negations(query, lookup, spelled, choices)
    parts += negations.parts
    taken |= negations.taken
    spelled = {number: words for number, words in spelled.items() if number not in negations.taken | well}
    parts += find_phrases(query, lookup, spelled, taken, choices)
    covered = taken | covered_by(parts)
    others = [name_or_text(token, lookup) for token in query.tokens if token.number in query.required - covered]
    parts += [part for part in others if part]
    parts += filler_names(query, lookup, parts)
    unmatched = query.required - taken - covered_by(parts)
    untreated = find_untreated(query, lookup, parts)
    answers = [*asked.topics, *untreated]
    if answers:
        parts = beside_untreated(parts) if untreated else beside_topics(parts)
    parts, unfit = assign_roles(query, merge_same(query, without_absent(parts)))
    full = replace(looked_up, known=may_be_guessed(query, [*looked_up.known, *guesses.nicknames, *guesses.similar]))
    explained = bool(answers) or is_explained(query, parts)
    names = read_names(query, parts, lookup, full, taken, halves=guesses.halves, explained=explained)
    if names.parts:
        corrected = {} if names.only_similar else corrections(query, names.parts, {})
        return ParsedQuery(
            query,
            names.parts,
            corrected=corrected,
            lookup=lookup,
            people=names.people,
            only_similar=names.only_similar,
        )
    return ParsedQuery(
        query,
        sorted(parts, key=lambda part: min(part.numbers)),
        unmatched | unfit if parts or not answers else frozenset(),
        corrections(query, parts, spelled),
        full_name_lexemes(query, lookup),
        zip_code,
        zip_numbers,
        [*facet_words.not_offered, *dict.fromkeys(negations.notes)],
        lookup,
        answers,
        names.people,
    )


def covered_by(parts: list[Part]) -> frozenset[int]:
    """Return the numbers of the tokens in these parts."""
    return frozenset[int]().union(*(part.numbers for part in parts))


def is_explained(query: TypedQuery, parts: list[Part]) -> bool:
    """Return True if whole phrases about what the patient has or needs cover every required token."""
    return query.required <= covered_by([part for part in parts if is_strong(part)])


def npi_parts(query: TypedQuery) -> list[Part]:
    """Return the NPIs in a query as parts."""
    return [
        Part(frozenset({token.number}), token.text, (Meaning(f"npi:{token.text}", "npi", token.text),))
        for token in query.tokens
        if is_npi(token.text)
    ]


def find_zip_code(query: TypedQuery) -> tuple[str, frozenset[int]]:
    """Return the first ZIP code in a query, and the number of its token."""
    for token in query.tokens:
        if len(token.text) == 5 and token.text.isascii() and token.text.isdigit():
            return token.text, frozenset({token.number})
    return "", frozenset()


def level_parts(query: TypedQuery, choices: Choices) -> list[Part]:
    """Return the vertebral levels as parts: a physician who treats a condition of that region matches."""
    return [
        Part(
            frozenset({token.number}),
            token.level.name,
            tuple(
                Meaning(choice.lexeme, "condition", choice.name, phrase=token.level.name)
                for choice in choices.of_region(token.level.region)
            ),
            level=True,
        )
        for token in query.tokens
        if token.level and choices.of_region(token.level.region)
    ]


def corrections(query: TypedQuery, parts: list[Part], spelled: Spelled) -> dict[str, list[str]]:
    """Return the tokens that were read as other words."""
    found: dict[str, list[str]] = {}
    for part in parts:
        for number in part.numbers:
            if meant := read_as(query, part, number, spelled):
                found[query.typed(frozenset({number}))] = meant
    return found


def read_as(query: TypedQuery, part: Part, number: int, spelled: Spelled) -> list[str]:
    """Return the words that a token was corrected to; none if it is the beginning of one of them."""
    if part.meanings[0].kind not in {"name", "text"}:
        return [word.word for word in spelled.get(number, ()) if word.how in MISSPELLED]
    if any(meaning.nickname for meaning in part.meanings):
        return []
    names = [meaning.label for meaning in part.meanings if meaning.kind == "name" and not meaning.exact]
    return [] if any(name.startswith(query.tokens[number].text) for name in names) else names
