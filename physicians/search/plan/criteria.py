"""What a physician has to fit: the filters of the address and the parts of the words, all in one form."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from physicians.search.parse.query_parser import Reading
from physicians.search.parse.query_parts import Part
from physicians.search.parse.search_address import Filters
from physicians.search.published_choices import FACETS, Choices
from physicians.search.results.directory_page import Tag

NAMED_IN_TAG = 2


@dataclass(frozen=True)
class Criterion:
    """One thing to fit, by any of its lexemes."""

    parameter: str  # of the address; "q" for a part of the words
    label: str
    lexemes: tuple[str, ...]
    without: Filters  # the address less this
    part: Part | None = None

    @property
    def closest(self) -> tuple[str, ...]:
        """Return the lexemes that need the least guessing."""
        return tuple(meaning.lexeme for meaning in self.part.closest) if self.part else self.lexemes

    @property
    def role(self) -> str:
        """Return what it does (see `roles`); a filter of the address must be fitted."""
        return self.part.role if self.part else "must"


def all_criteria(filters: Filters, reading: Reading, choices: Choices, near: dict[str, float]) -> list[Criterion]:
    """Return everything that is asked for, the words first."""
    found = [
        Criterion(
            "q",
            part_label(part),
            tuple(meaning.lexeme for meaning in part.meanings),
            replace(filters, text=reading.query.without(part.numbers, keep=reading.understood - part.numbers)),
            part,
        )
        for part in reading.parts
    ]
    if reading.query.required and not found and reading.unknown:
        unknown = reading.query.typed(reading.unknown)
        found.append(Criterion("q", unknown, (), replace(filters, text="")))
    for parameter in FACETS:
        values = filters.chosen.get(parameter, ())
        if values:
            rows = [choices.by_value[parameter, value] for value in values]
            label = _(" or ").join(row.name for row in rows)
            found.append(Criterion(parameter, label, tuple(row.lexeme for row in rows), filters.without(parameter)))
    genders = {"female": _("Woman"), "male": _("Man"), "nonbinary": _("Nonbinary")}
    if filters.chosen.get("gender"):
        label = _(" or ").join(genders[value] for value in filters.chosen["gender"])
        lexemes = tuple(f"gender:{value}" for value in filters.chosen["gender"])
        found.append(Criterion("gender", label, lexemes, filters.without("gender")))
    if filters.accepting:
        found.append(Criterion("accepting", _("Takes new patients"), ("accepting",), filters.without("accepting")))
    if filters.virtual:
        found.append(Criterion("virtual", _("Offers virtual visits"), ("virtual",), filters.without("virtual")))
    if filters.zip_code:
        found.append(Criterion("zip", zip_label(filters), tuple(near), without_zip(filters, reading)))
    return found


def zip_label(filters: Filters) -> str:
    """Return what is said of the distance."""
    return _("Within %(miles)s miles of %(zip)s") % {"miles": filters.within, "zip": filters.zip_code}


def without_zip(filters: Filters, reading: Reading) -> Filters:
    """Return the address without the ZIP code, wherever it was typed."""
    text = reading.query.without(reading.zip_numbers) if reading.zip_numbers else filters.text
    return replace(filters.without("zip"), text=text)


def part_label(part: Part) -> str:
    """Return what a part of the words was read as."""
    kind = part.meanings[0].kind
    names = list(dict.fromkeys(meaning.label for meaning in part.meanings))
    if part.level:
        return part.typed  # its conditions are many
    if kind == "name":
        exact = bool(part.exact)
        return (_("Name: %(name)s") if exact else _("Name like %(name)s")) % {"name": part.typed}
    if kind == "npi":
        return _("NPI %(number)s") % {"number": part.typed}
    if kind == "text":
        return _("Profile mentions “%(word)s”") % {"word": part.typed}
    if len(names) > NAMED_IN_TAG + 1:
        return _("%(names)s and %(count)s more") % {
            "names": ", ".join(names[:NAMED_IN_TAG]),
            "count": len(names) - NAMED_IN_TAG,
        }
    return _(" or ").join(names)


def tags(criteria: list[Criterion], filters: Filters, choices: Choices) -> list[Tag]:
    """Return the tags: one for each part of the words and each value of a filter."""
    found = []
    for criterion in criteria:
        values = filters.chosen.get(criterion.parameter, ())
        if len(values) > 1 and criterion.parameter in FACETS:
            for value in values:
                label = choices.by_value[criterion.parameter, value].name
                found.append(Tag(label, filters.without(criterion.parameter, value).address()))
            continue
        typed = criterion.part.typed if criterion.part else ""
        said = typed if typed.casefold() not in criterion.label.casefold() else ""
        found.append(Tag(criterion.label, criterion.without.address(), said))
    return found
