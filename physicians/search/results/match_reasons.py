"""Why a physician is among the results, in the patient's terms."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from physicians.search.parse.query_parts import Meaning
from physicians.search.parse.tokens import plain
from physicians.search.plan.criteria import Criterion
from physicians.search.published_choices import Choices
from physicians.search.query.ranked_list import Hit

MOST_REASONS = 4

# Conditions called after a person keep their capital inside a sentence.
EPONYMS = ("Chiari", "Ehlers", "Klippel", "Marfan", "Paget", "Pott", "Scheuermann", "Schmorl", "Tarlov")


def in_sentence(name: str) -> str:
    """Return the name of a condition as it stands inside a sentence: “herniated disk”, but “Chiari malformation”."""
    first = name.split(" ", 1)[0]
    if name.startswith(EPONYMS) or first[1:] != first[1:].lower():
        return name
    return name[:1].lower() + name[1:]


def reasons(hit: Hit, criteria: Iterable[Criterion], choices: Choices) -> list[str]:
    """Return a reason for each criterion that the physician fits, the words first."""
    found: dict[str, str] = {}  # by lexeme: one thing is one reason, whatever else leads to it
    for criterion in criteria:
        if criterion.part:
            meaning = fitting(hit, criterion.part.meanings)
            known = any(other.lexeme in found for other in criterion.part.meanings)
            if meaning and not known:
                found.setdefault(meaning.lexeme, part_reason(meaning, criterion.part.typed, choices))
            continue
        for lexeme in criterion.lexemes:
            if lexeme in hit.marks and lexeme in choices.by_lexeme and criterion.parameter != "zip":
                found.setdefault(lexeme, sentence(criterion.parameter, choices, lexeme))
    return list(dict.fromkeys(found.values()))[:MOST_REASONS]


def fitting(hit: Hit, meanings: Iterable[Meaning]) -> Meaning | None:
    """Return the first of the meanings that the physician fits; what needs no guess comes before what does."""
    ordered = sorted(meanings, key=lambda meaning: not meaning.exact)
    for meaning in ordered:
        if meaning.lexeme in hit.marks or (meaning.kind == "name" and meaning.label in hit.names):
            return meaning
    # What is in no list is in the vector only: the profile's text, and the number.
    return next((meaning for meaning in ordered if meaning.kind in {"text", "npi"}), None)


def sentence(kind: str, choices: Choices, lexeme: str) -> str:
    """Return what a mark says of a physician."""
    row = choices.by_lexeme[lexeme]
    match kind:
        case "condition":
            return _("Treats %(condition)s") % {"condition": in_sentence(row.name)}
        case "procedure":
            return _("Offers %(procedure)s") % {"procedure": in_sentence(row.name)}
        case "language":
            return _("Visits in %(language)s") % {"language": row.name}
        case "location":
            return _("Sees patients at %(location)s, %(city)s") % {"location": row.name, "city": row.said}
    return row.said


def part_reason(meaning: Meaning, typed: str, choices: Choices) -> str:
    """Return the reason for a part of the words, with these words where the reason does not repeat them."""
    match meaning.kind:
        case "name":
            return (
                _("Name matches")
                if meaning.exact or meaning.label.startswith(plain(typed))
                else _("Name is similar to what you typed")
            )
        case "npi":
            return _("NPI %(number)s") % {"number": typed}
        case "text":
            return _("Profile mentions “%(word)s”") % {"word": typed}
        case "virtual" | "accepting" | "gender":
            return meaning.label
    said = sentence(meaning.kind, choices, meaning.lexeme)
    if set(plain(typed).split()) <= set(plain(said).split()):
        return said
    return _("%(reason)s; you typed “%(typed)s”") % {"reason": said, "typed": typed}
