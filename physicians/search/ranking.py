"""Which physicians a query finds, in which order, and what the page should say about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .matching import Asked, Match, asked_words, find_matches
from .reasons import reasons
from .spelling import Meant, find_meant
from .words import Query, read_query


@dataclass(frozen=True)
class Found:
    """A physician among the results; a smaller rank comes first."""

    rank: tuple[int, bool, int]
    reasons: list[str]


@dataclass(frozen=True)
class Result:
    """What a query came to. `found` is None when there was nothing to look for: then everybody is meant."""

    query: Query
    found: dict[int, Found] | None = None
    notes: list[str] = field(default_factory=list)


def quoted(words: Iterable[str]) -> str:
    """Return the words in quotation marks, in a row: “a”, “b” and “c”."""
    return get_text_list([_("“%(word)s”") % {"word": word} for word in dict.fromkeys(words)], _("and"))


def search(text: str) -> Result:
    """Look for what somebody typed; an empty text finds everybody."""
    query = read_query(text)
    notes = [_("That was long. We looked for its first words only.")] if query.shortened else []
    if not query.words:
        if query.text:
            notes.append(_("We could not find a word to look for in what you typed."))
        return Result(query, None, notes)
    matches = find_matches(asked_words(query), query.phrase)
    if not query.required:
        matches = [match for match in matches if match.kind == "name"]
        if not matches:
            notes.append(_("Every doctor fits what you typed. Add a name, a condition or a specialty."))
            return Result(query, None, notes)
    meant = find_meant(word for word in query.words if word.number in query.required - fitted(matches))
    matches += find_matches((Asked(word.number, word.text) for word in meant), query.phrase)
    return assemble(query, matches, meant, notes)


def fitted(matches: Iterable[Match]) -> frozenset[int]:
    """Return the numbers of the words that fit something."""
    return frozenset().union(*(match.numbers for match in matches))


def assemble(query: Query, matches: list[Match], meant: list[Meant], notes: list[str]) -> Result:
    """Keep the physicians who match every word that anybody matches; when nobody does, those who match most."""
    wanted = (query.required or fitted(matches)) & fitted(matches)
    misspelt = frozenset(word.number for word in meant if word.misspelt)
    by_physician: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        by_physician[match.physician_id].append(match)
    covered = {physician: len(fitted(fits) & wanted) for physician, fits in by_physician.items()}
    most = max(covered.values(), default=0)
    found = {
        physician: Found(rank(fits), reasons(fits, query, wanted=wanted, misspelt=misspelt))
        for physician, fits in by_physician.items()
        if most and covered[physician] == most
    }
    notes = notes + spelling_notes(query, meant, query.required - wanted)
    if found and most < len(wanted):
        notes.append(_("No one doctor matches all of your words. These match some of them."))
    return Result(query, found, notes)


def rank(matches: list[Match]) -> tuple[int, bool, int]:
    """Put those whose name was typed first, then those whom the words describe as they stand, then the rest."""
    named = max((len(match.numbers) for match in matches if match.kind == "name"), default=0)
    closest = max(len(match.numbers) for match in matches)
    return -named, not any(match.as_typed for match in matches), -closest


def spelling_notes(query: Query, meant: list[Meant], left_out: frozenset[int]) -> list[str]:
    """Say which words were read as others, and which fit nothing."""
    notes = []
    for word in query.words:
        corrections = [meaning.text for meaning in meant if meaning.number == word.number and meaning.misspelt]
        if corrections and word.number not in left_out:
            notes.append(
                _("Nothing here is spelled %(typed)s. We looked for %(meant)s.")
                % {"typed": quoted([word.text]), "meant": quoted(corrections)}
            )
    unknown = quoted(word.text for word in query.words if word.number in left_out)
    if unknown and left_out == query.required:
        notes.append(_("Nothing in the directory fits %(words)s.") % {"words": unknown})
    elif unknown:
        notes.append(_("We left out %(words)s: nothing in the directory fits it.") % {"words": unknown})
    return notes
