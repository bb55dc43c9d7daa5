"""How the words were read, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from physicians.search.facets import LICENSED, facet_named
from physicians.search.parse.find_people import People
from physicians.search.parse.query_parser import ParsedQuery
from physicians.search.parse.query_parts import Meaning, Part
from physicians.search.parse.word_lookup import KnownWord, Lookup

from .explained_stage import MOST_LISTED, Fact, known_facts

KINDS: dict[str, str | Promise] = {  # of the meanings that aren't facets
    "name": gettext_lazy("Part of a name"),
    "npi": gettext_lazy("NPI"),
    "text": gettext_lazy("Word of a profile's text"),
    LICENSED.name: LICENSED.label,
}
ROLES: dict[str, str | Promise] = {  # see `part_roles`
    "must": gettext_lazy("every doctor shown matches it"),
    "any": gettext_lazy("one of these is enough"),
    "order": gettext_lazy("doctors who match it come first"),
    "not": gettext_lazy("doctors who have it are left out"),
}
HOWS: dict[str, str | Promise] = {  # see KnownWord
    "exact": gettext_lazy("as typed"),
    "apart": gettext_lazy("two words typed as one, or one as two"),
    "begun": gettext_lazy("begins like it"),
    "nickname": gettext_lazy("nickname"),
    "sounds": gettext_lazy("sounds like it"),
    "heard": gettext_lazy("is written so by those who hear it"),
}


def word_facts(parsed: ParsedQuery) -> list[Fact]:
    """Return what was typed, what the tables know of it, and what it was read as."""
    tokens = [f"“{token.text}”" for token in parsed.query.tokens if token.number in parsed.query.required]
    return known_facts(
        Fact(_("Words to look for"), in_a_row(tokens)),
        Fact(_("Small words that no doctor has to match"), in_a_row(passed_over(parsed))),
        Fact(_("Known words"), known_words(parsed)),
        Fact(_("Known phrases with these words"), known_phrases(parsed.lookup)),
        Fact(_("Words that some profile's text has"), in_a_row(list(parsed.lookup.mentioned.values()))),
        Fact(_("Answered without doctors"), [topic.name for topic in parsed.answers]),
        Fact(_("Names that fit, the best first"), in_a_row(names_that_fit(parsed.people))),
        Fact(_("Read as"), [part_in_words(part) for part in parsed.parts]),
        Fact(_("Spelling corrected"), [f"“{typed}”: {', '.join(meant)}" for typed, meant in parsed.corrected.items()]),
        Fact(_("Ignored, because nothing in the directory matches"), in_a_row(left_out(parsed))),
        Fact(_("ZIP code among the words"), [parsed.zip_code] if parsed.zip_code else []),
        Fact(_("Asked for, but not offered here"), parsed.not_offered),
    )


def passed_over(parsed: ParsedQuery) -> list[str]:
    """Return the filler words that mean nothing here."""
    understood = parsed.zip_numbers | parsed.understood
    return [f"“{token.text}”" for token in parsed.query.tokens if token.is_filler and token.number not in understood]


def left_out(parsed: ParsedQuery) -> list[str]:
    """Return the words that match nothing."""
    return [f"“{token.text}”" for token in parsed.query.tokens if token.number in parsed.unknown]


def known_words(parsed: ParsedQuery) -> list[str]:
    """Return for each token the words of the tables that it is, or may have been meant to be."""
    lines = []
    for token in parsed.query.tokens:
        words: dict[str, str] = {}  # of two ways to the same word the surer, which comes first
        for known in parsed.lookup.known:
            if known.number == token.number:
                words.setdefault(known.word, word_in_words(known))
        if words:
            lines.append(f"“{token.text}”: {shortened(list(words.values()))}")
    return lines


def word_in_words(known: KnownWord) -> str:
    """Return a known word, how it is like the typed one, and how many names and phrases have it."""
    letters = ngettext("%(number)s letter differs", "%(number)s letters differ", known.distance)
    how = str(HOWS[known.how]) if known.how in HOWS else letters % {"number": known.distance}
    found = [how]
    if known.names:
        found.append(ngettext("%(number)s name", "%(number)s names", known.names) % {"number": known.names})
    if known.terms:
        found.append(ngettext("%(number)s phrase", "%(number)s phrases", known.terms) % {"number": known.terms})
    return f"{known.word} ({', '.join(found)})"


def names_that_fit(people: People) -> list[str]:
    """Return the people whose name was meant, each with the score that puts them in order."""
    return [
        f"{person.someone.given_name} {person.someone.family_name} ({person.score.value:.2f})"
        for person in people.people
    ]


def known_phrases(lookup: Lookup) -> list[str]:
    """Return phrases of the vocabulary, those that need the fewest other words first."""
    typed = {known.stem for known in lookup.known if known.how == "exact"}
    terms = sorted(lookup.terms, key=lambda term: len(term.stems - typed))
    return in_a_row(list(dict.fromkeys(f"“{term.phrase}”" for term in terms)))


def in_a_row(values: list[str]) -> list[str]:
    """Return the values as one line, if there are any."""
    return [shortened(values)] if values else []


def shortened(values: list[str]) -> str:
    """Return the first values in a row, and how many more there are."""
    more = len(values) - MOST_LISTED
    first = ", ".join(values[:MOST_LISTED])
    return _("%(first)s and %(number)s more") % {"first": first, "number": more} if more > 0 else first


def part_in_words(part: Part) -> str:
    """Return a part of the query with its meanings and its role."""
    meanings = shortened([meaning_in_words(meaning) for meaning in part.meanings])
    return f"“{part.typed}”: {meanings}. {kind_of_part(part)}"


def kind_of_part(part: Part) -> str:
    """Return the role of a part, and if it needed a guess."""
    role = str(ROLES[part.role])
    whole = "" if part.whole else _("Only part of a phrase was typed.")
    guessed = _("A guess.") if part.guessed else ""
    return " ".join(sentence for sentence in (f"{role[:1].upper()}{role[1:]}.", whole, guessed) if sentence)


def meaning_in_words(meaning: Meaning) -> str:
    """Return a meaning, its kind, and the phrase that led to it."""
    kind = kind_in_words(meaning.kind)
    through = f", “{meaning.phrase}”" if meaning.phrase else ""
    inexact = "" if meaning.exact else f", {_('not an exact match')}"
    return f"{meaning.label} ({kind}{through}{inexact})"


def kind_in_words(kind: str) -> str:
    """Return the name of a kind of meaning."""
    facet = facet_named(kind)
    return str(facet.label) if facet else str(KINDS.get(kind, kind))
