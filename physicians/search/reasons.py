"""Why a physician is among the results, in the patient's terms."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .matching import Match
from .words import Query, plain

MOST_REASONS = 3
KINDS = ("name", "condition", "specialty", "language", "location")  # the most telling first

# Conditions called after a person keep their capital inside a sentence.
EPONYMS = ("Chiari", "Ehlers", "Klippel", "Marfan", "Paget", "Pott", "Scheuermann", "Schmorl", "Tarlov")


def in_sentence(name: str) -> str:
    """Return the name of a condition as it stands inside a sentence: “herniated disk”, but “Chiari malformation”."""
    first = name.split(" ", 1)[0]
    if name.startswith(EPONYMS) or first[1:] != first[1:].lower():
        return name
    return name[:1].lower() + name[1:]


def sentence(kind: str, label: str, *, misspelt: bool = False) -> str:
    """Return one reason."""
    match kind:
        case "name":
            return _("Name is similar to what you typed") if misspelt else _("Name matches")
        case "condition":
            return _("Treats %(condition)s") % {"condition": in_sentence(label)}
        case "language":
            return _("Visits in %(language)s") % {"language": label}
        case "location":
            return _("Sees patients at %(location)s") % {"location": label}
    return label


def reasons(matches: Iterable[Match], query: Query, *, wanted: frozenset[int], misspelt: frozenset[int]) -> list[str]:
    """Return the fewest reasons that account for the `wanted` words: what fits most of the query comes first."""
    words = {word.text for word in query.words}

    def telling(match: Match) -> tuple[bool, int, int, int, str]:
        said = len(words.intersection(plain(match.label).split()))
        return not match.as_typed, -len(match.numbers), KINDS.index(match.kind), -said, match.label

    explained: set[int] = set()
    found: list[str] = []
    for match in sorted(matches, key=telling):
        if not match.numbers & wanted <= explained and len(found) < MOST_REASONS:
            explained |= match.numbers
            found.append(sentence(match.kind, match.label, misspelt=bool(match.numbers & misspelt)))
    return found
