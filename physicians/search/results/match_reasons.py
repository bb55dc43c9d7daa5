"""Why a physician is among the results, in the patient's terms."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from physicians.search.facet_kinds import VocabularyFacet
from physicians.search.facets import LICENSED, facet_named
from physicians.search.parse.query_parts import Meaning
from physicians.search.parse.tokens import plain
from physicians.search.plan.criteria import Criterion
from physicians.search.published_choices import Choice, Choices
from physicians.search.query.ranked_list import Hit

MOST_REASONS = 4

# Conditions named after a person keep their capital inside a sentence.
EPONYMS = ("Chiari", "Ehlers", "Klippel", "Marfan", "Paget", "Pott", "Scheuermann", "Schmorl", "Tarlov")


def in_sentence(name: str) -> str:
    """Return the name of a condition for the middle of a sentence: “herniated disk”, but “Chiari malformation”."""
    first = name.split(" ", 1)[0]
    if name.startswith(EPONYMS) or first[1:] != first[1:].lower():
        return name
    return name[:1].lower() + name[1:]


def match_reasons(
    hit: Hit, criteria: Iterable[Criterion], choices: Choices, named: Mapping[int, str] | None = None
) -> list[str]:
    """Return a reason for each criterion that the physician matches, the words first.

    `named` are the reasons of the name by the number of the typed word (`name_reasons`).
    """
    named = named or {}
    found: dict[str, str] = {}  # by lexeme: one thing is one reason, whatever else leads to it
    for criterion in criteria:
        if criterion.role == "not":
            found[criterion.label] = criterion.label
            continue
        by_name = sorted(criterion.part.numbers & named.keys()) if criterion.part else []
        for number in by_name:  # a word of a language, for example, may be a name too
            found[f"word {number}"] = named[number]
        if criterion.part and not (by_name and "name" in criterion.part.kinds):
            meaning = matching(hit, criterion.part.meanings)
            if meaning and not any(lexeme in found for lexeme in criterion.part.lexemes):
                found[meaning.lexeme] = part_reason(meaning, criterion.part.typed, choices)
        elif not criterion.part and isinstance(facet := facet_named(criterion.parameter), VocabularyFacet):
            for lexeme in criterion.lexemes:
                if lexeme in hit.lexemes:
                    found.setdefault(lexeme, facet_reason(facet, choices.by_lexeme[lexeme]))
    return list(dict.fromkeys(found.values()))[:MOST_REASONS]


def matching(hit: Hit, meanings: Iterable[Meaning]) -> Meaning | None:
    """Return the first of the meanings that the physician matches; exact ones come before guesses."""
    ordered = sorted(meanings, key=lambda meaning: not meaning.exact)
    for meaning in ordered:
        if meaning.lexeme in hit.lexemes or (meaning.kind == "name" and meaning.label in hit.names):
            return meaning
    # The profile's text and the NPI are in the vector only.
    return next((meaning for meaning in ordered if meaning.kind in {"text", "npi"}), None)


def facet_reason(facet: VocabularyFacet, choice: Choice) -> str:
    """Return what a line of a facet says about a physician."""
    return str(facet.reason) % {"name": choice.name, "phrase": in_sentence(choice.name), "detail": choice.detail}


def part_reason(meaning: Meaning, typed: str, choices: Choices) -> str:
    """Return the reason for a part of the words, with these words if the reason doesn't repeat them."""
    facet = facet_named(meaning.kind)
    if not facet:
        return word_reason(meaning, typed)
    if not isinstance(facet, VocabularyFacet):
        return meaning.label
    reason = facet_reason(facet, choices.by_lexeme[meaning.lexeme])
    if set(plain(typed).split()) <= set(plain(reason).split()):
        return reason
    return _("%(reason)s; you typed “%(typed)s”") % {"reason": reason, "typed": typed}


def word_reason(meaning: Meaning, typed: str) -> str:
    """Return the reason for a name, an NPI or a word of the profile's text."""
    if meaning.kind == "npi":
        return _("NPI %(number)s") % {"number": typed}
    if meaning.kind == LICENSED.name:
        return meaning.label
    if meaning.kind == "text":
        return _("Profile mentions “%(word)s”") % {"word": typed}
    is_name = meaning.exact or meaning.label.startswith(plain(typed))
    return _("Name matches") if is_name else _("Name is similar to what you typed")
