"""How a query is understood: its parts, and what each of them may stand for."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from physicians.npi import is_npi
from physicians.search.published_choices import Choices
from physicians.search.query.facet_counts import count_each
from physicians.search.tsquery import any_of

from .facet_words import asks_for_gender, gender_words, marks_in
from .name_matching import all_names, as_names, other_words, said_names
from .part_roles import is_strong, settle
from .phrase_matching import phrases, spell
from .query_parts import Meaning, Part, together
from .tokens import Query, read_query
from .word_lookup import Known, look_up, similar_names

MOST_READ_SPELLINGS = 4  # words that a note names


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
    def understood(self) -> frozenset[int]:
        """Return the numbers of the words that a part stands for."""
        return frozenset().union(*(part.numbers for part in self.parts))

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
        if self.unknown and not self.parts:
            typed = quoted(word.text for word in self.query.words if word.number in self.unknown)
            notes.append(_("Nothing in the directory fits %(words)s.") % {"words": typed})
        elif self.unknown:
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
    gendered, asks = gender_words(query), asks_for_gender(query)
    said = marks_in(query, genders=genders and asks)
    parts += [
        Part(numbers, query.typed(numbers), (Meaning(mark, kind, label),)) for numbers, mark, kind, label in said
    ]
    ignored = gendered if asks and not genders else frozenset()
    taken = zip_numbers.union(gendered, *(part.numbers for part in parts))
    known = look_up(query)
    spelled = spell(query, known, taken)
    parts += phrases(query, known, spelled, taken, choices)
    covered = taken.union(*(part.numbers for part in parts))
    others = [other_words(word, known) for word in query.words if not word.small and word.number not in covered]
    parts += [part for part in others if part]
    parts += said_names(query, known, parts)
    covered = taken.union(*(part.numbers for part in parts))
    parts, unfit = settle(query, together(query, parts))
    if not said_wholly(query, parts):
        names = as_names(query, known.known)
        if any(part.guessed for part in names) and are_borne(names):
            return Reading(query, names, corrected=corrections(query, names, {}))
    return Reading(
        query,
        sorted(parts, key=lambda part: min(part.numbers)),
        (query.required - covered) | unfit,
        corrections(query, parts, spelled),
        all_names(query, known),
        zip_code,
        zip_numbers,
        ignored,
    )


def said_wholly(query: Query, parts: list[Part]) -> bool:
    """Tell whether whole phrases about what somebody has explain every word that counts."""
    strong = frozenset[int]().union(*(part.numbers for part in parts if is_strong(part)))
    return query.required <= strong


def are_borne(names: list[Part]) -> bool:
    """Tell whether somebody bears one of the names of each part."""
    return count_each([" & ".join(any_of(meaning.lexeme for meaning in part.meanings) for part in names)]) > [0]


def with_similar_names(reading: Reading) -> Reading | None:
    """Return the reading of a full name with all names that are spelled like it; None of anything else."""
    if not reading.parts or any(part.kinds != {"name"} for part in reading.parts):
        return None
    names = as_names(reading.query, similar_names(reading.query), widely=True)
    return replace(reading, parts=names, unknown=frozenset(), corrected={}) if names else None


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
                found[query.typed(frozenset({number}))] = meant
    return found
