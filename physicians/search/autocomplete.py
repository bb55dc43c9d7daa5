"""What the text box may complete to: vocabulary, clinics and physicians whose words begin like the text."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .parse.tokens import Query, read_query
from .tsquery import any_of, where

MOST = 8
MOST_TERMS = 5  # so that some of the lines are left for people
MOST_COMPLETIONS = 20  # of one beginning
MOST_PEOPLE = 200  # that are put in order: of ten thousand Smiths any eight are as good
SHORTEST = 2  # letters


@dataclass(frozen=True)
class Suggestion:
    """One line under the text box. `detail` says what it is, and the patient's word that led to it."""

    kind: str  # physician, condition, procedure, specialty, location or language
    label: str
    detail: str
    url: str


# The words that the beginnings may become: the most frequent first. The range is a LIKE that uses the index.
COMPLETIONS = """
SELECT number, begun.word, names > 0, (physicians_stems(begun.word))[1]
FROM unnest(%(numbers)s::int[], %(words)s::text[]) AS asked(number, plain),
     LATERAL (SELECT public.unaccent('public.unaccent', plain) AS word) AS beginning,
     LATERAL (SELECT known.word, names, terms FROM physicians_searchword AS known
              WHERE known.word ~>=~ beginning.word AND known.word ~<~ (beginning.word || chr(1114111))
              ORDER BY known.word <> beginning.word, names + terms DESC, known.word LIMIT %(most)s) AS begun
"""

TERMS = """
SELECT kind, name, slug, phrase
FROM (
    SELECT DISTINCT ON (kind, target) kind, target, phrase, official, cardinality(stems) AS size
    FROM physicians_searchterm AS term
    WHERE {conditions}
    ORDER BY kind, target, NOT starts_with(physicians_plain(phrase), %(typed)s), official DESC, size, phrase
) AS found, LATERAL (
    SELECT name, slug FROM physicians_condition WHERE kind = 'condition' AND id = target
    UNION ALL SELECT name, slug FROM physicians_procedure WHERE kind = 'procedure' AND id = target
    UNION ALL SELECT name, slug FROM physicians_specialty WHERE kind = 'specialty' AND id = target
    UNION ALL SELECT name, slug FROM physicians_location WHERE kind = 'location' AND id = target
    UNION ALL SELECT name, code FROM physicians_language WHERE kind = 'language' AND id = target
) AS its
ORDER BY NOT starts_with(physicians_plain(phrase), %(typed)s), NOT starts_with(physicians_plain(name), %(first)s),
         official DESC, size,
         array_position(ARRAY['condition', 'specialty', 'procedure', 'location', 'language'], kind::text), name
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


def suggest(text: str) -> list[Suggestion]:
    """Return at most MOST suggestions; none for a text without a word of SHORTEST letters."""
    query = read_query(text)
    words = {word.number: word.text for word in asked_for(query)}
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
    typed = [word.text for word in query.words]
    terms = term_suggestions(list(stems.values()), typed) if len(stems) == len(words) else []
    people = physician_suggestions(list(names.values())) if len(names) == len(words) else []
    return [*terms[: max(MOST_TERMS, MOST - len(people))], *people][:MOST]


def asked_for(query: Query) -> list[Any]:
    """Return the words that count, and what is being typed right now."""
    if not query.required:
        return list(query.words)
    last = query.words[-1]
    return [word for word in query.words if not word.small or (word is last and len(word.text) == 1)]


def term_suggestions(stems: list[list[str]], typed: list[str]) -> list[Suggestion]:
    """Return the vocabulary and the clinics that have one of the stems of every word."""
    parameters: dict[str, Any] = {"first": typed[0], "typed": " ".join(typed), "most": MOST}
    for place, its in enumerate(stems):
        parameters[f"stems{place}"] = its
    conditions = " AND ".join(f"stems && %(stems{place})s::text[]" for place in range(len(stems)))
    kinds = {
        "condition": _("Condition"),
        "procedure": _("Procedure"),
        "specialty": _("Specialty"),
        "location": _("Location"),
        "language": _("Language"),
    }
    with connection.cursor() as cursor:
        cursor.execute(TERMS.format(conditions=conditions), parameters)
        return [
            Suggestion(
                kind,
                name,
                kinds[kind]
                if phrase == name
                else _("%(kind)s: “%(phrase)s”") % {"kind": kinds[kind], "phrase": phrase},
                f"{reverse('physicians:directory')}?{urlencode({kind: value})}",
            )
            for kind, name, value, phrase in cursor
        ]


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
