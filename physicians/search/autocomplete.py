"""What the search box may complete to: vocabulary, clinics and physicians whose words begin like the text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from physicians.danger import find_danger, find_known_danger

from .facet_kinds import VocabularyFacet
from .facets import FACETS
from .parse.tokens import Token, TypedQuery, tokenize
from .tsquery import any_of, where

MOST = 8
MOST_TERMS = 5  # the other lines are for people
MOST_COMPLETIONS = 20  # of one beginning
MOST_PEOPLE = 200  # to put in order: of ten thousand Smiths, any eight are as good
SHORTEST = 2  # letters
# Words that may become “kill myself”: “kill the nerve” is no line to offer under them.
GRAVE = frozenset(
    ["kill", "killing", "die", "dying", "dead", "death", "suicide", "matar", "matarme", "morir", "muerte"]
)


@dataclass(frozen=True)
class Suggestion:
    """One line under the search box. `detail` says what it is, and the patient's word that led to it."""

    kind: str  # physician, or the name of a facet
    label: str
    detail: str
    url: str


# The words that the beginnings may become, the most frequent first. The range is a LIKE that uses the index.
COMPLETIONS = """
SELECT number, begun.word, names > 0, (physicians_stems(begun.word))[1]
FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, plain),
     LATERAL (SELECT public.unaccent('public.unaccent', plain) AS word) AS beginning,
     LATERAL (SELECT known.word, names, terms FROM physicians_searchword AS known
              WHERE known.word ~>=~ beginning.word AND known.word ~<~ (beginning.word || chr(1114111))
              ORDER BY known.word <> beginning.word, names + terms DESC, known.word LIMIT %(most)s) AS begun
"""

TERMS = """
SELECT kind, name, value, phrase
FROM (
    SELECT DISTINCT ON (kind, target) kind, target, phrase, official, cardinality(stems) AS size
    FROM physicians_searchterm AS term
    WHERE {conditions}
    ORDER BY kind, target, NOT starts_with(physicians_plain(phrase), %(typed)s), official DESC, size, phrase
) AS found, LATERAL (
    {rows}
) AS its(name, value)
ORDER BY NOT starts_with(physicians_plain(phrase), %(typed)s), NOT starts_with(physicians_plain(name), %(first)s),
         official DESC, size,
         array_position(%(kinds)s::text[], kind::text), name
LIMIT %(most)s
"""

PEOPLE = """
SELECT slug, concat_ws(', ', concat_ws(' ', given_name, family_name), nullif(credentials, '')),
       ARRAY(SELECT practitioner FROM physicians_specialty AS specialty
             JOIN physicians_physician_specialties AS its ON its.specialty_id = specialty.id
             WHERE its.physician_id = who.id ORDER BY practitioner)
FROM (SELECT * FROM (SELECT physician_id, unavailable, gaps, sort_name FROM physicians_physiciandocument
                     WHERE {condition} LIMIT %(looked_at)s) AS fitting
      ORDER BY unavailable, gaps, sort_name, physician_id LIMIT %(most)s) AS found
JOIN physicians_physician AS who ON who.id = found.physician_id
ORDER BY found.unavailable, found.gaps, found.sort_name, found.physician_id
"""


def autocomplete(text: str) -> list[Suggestion]:
    """Return at most MOST suggestions; none for words of danger, or without a word of SHORTEST letters."""
    if find_danger(text):
        return []
    query = tokenize(text)
    words = {token.number: token.text for token in asked_for(query)}
    if max(map(len, words.values()), default=0) < SHORTEST:
        return []
    names: dict[int, list[str]] = defaultdict(list)
    stems: dict[int, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(COMPLETIONS, {"numbers": list(words), "words": list(words.values()), "most": MOST_COMPLETIONS})
        for number, word, is_name, stem in cursor:
            if is_name:
                names[number].append(f"n:{word}")
            if stem:
                stems[number].append(stem)
    typed = [token.text for token in query.tokens]
    completed = len(stems) == len(words) and GRAVE.isdisjoint(typed)
    terms = term_suggestions(list(stems.values()), typed) if completed else []
    people = physician_suggestions(list(names.values())) if len(names) == len(words) else []
    return [*terms[: max(MOST_TERMS, MOST - len(people))], *people][:MOST]


def asked_for(query: TypedQuery) -> Sequence[Token]:
    """Return the required tokens, and the one that is being typed right now."""
    if not query.required:
        return query.tokens
    last = query.tokens[-1]
    return [token for token in query.tokens if not token.is_filler or (token is last and len(token.text) == 1)]


def term_suggestions(stems: list[list[str]], typed: list[str]) -> list[Suggestion]:
    """Return the vocabulary and the clinics that have one of the stems of every word."""
    facets = {facet.name: facet for facet in FACETS if isinstance(facet, VocabularyFacet)}
    kinds = sorted(facets, key=lambda name: name != "condition")  # of equals, conditions first
    parameters: dict[str, Any] = {"first": typed[0], "typed": " ".join(typed), "kinds": kinds, "most": MOST}
    for place, its in enumerate(stems):
        parameters[f"stems{place}"] = its
    conditions = " AND ".join(f"stems && %(stems{place})s::text[]" for place in range(len(stems)))
    rows = " UNION ALL ".join(rows_of(facet) for facet in facets.values())
    with connection.cursor() as cursor:
        cursor.execute(TERMS.format(conditions=conditions, rows=rows), parameters)
        return [
            help_first(kind, phrase)
            if phrase != name and find_known_danger(phrase)
            else Suggestion(
                kind, name, detail(str(facets[kind].label), name, phrase), results(asked_by(kind, name, value))
            )
            for kind, name, value, phrase in cursor
        ]


def help_first(kind: str, phrase: str) -> Suggestion:
    """Return a line for words of danger: whatever they are a sign of, they lead to the card."""
    return Suggestion(kind, phrase, _("This can be an emergency. Get help first."), results({"q": phrase}))


def asked_by(kind: str, name: str, value: str) -> dict[str, str]:
    """Return what asks for an entry: its name, so that the box keeps it; two clinics may share theirs."""
    return {kind: value} if kind == "location" else {"q": name}


def results(query: dict[str, str]) -> str:
    """Return the address of a list, at its results."""
    return f"{reverse('physicians:directory')}?{urlencode(query)}#results"


def rows_of(facet: VocabularyFacet) -> str:
    """Return the SELECT for name and address value of a term's row."""
    table = facet.model._meta.db_table
    return f"SELECT name, {facet.value_field} FROM {table} WHERE kind = '{facet.name}' AND id = target"


def detail(label: str, name: str, phrase: str) -> str:
    """Return what a term is, and the phrase that led to it unless that is its name."""
    return label if phrase == name else _("%(kind)s: “%(phrase)s”") % {"kind": label, "phrase": phrase}


def physician_suggestions(names: list[list[str]]) -> list[Suggestion]:
    """Return the physicians whose name has one of the words for each beginning."""
    parameters: dict[str, Any] = {"most": MOST, "looked_at": MOST_PEOPLE}
    condition = where(" & ".join(any_of(its) for its in names), parameters)
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE.format(condition=condition), parameters)
        return [
            Suggestion("physician", label, ", ".join(practices), reverse("physicians:profile", args=[slug]))
            for slug, label, practices in cursor
        ]
