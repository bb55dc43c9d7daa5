"""What the text box may complete to: physicians, specialties and conditions whose words begin like the text."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.http import urlencode

from .words import APOSTROPHES, read_query

MOST = 8
SHORTEST = 2  # letters


@dataclass(frozen=True)
class Suggestion:
    """One line under the text box."""

    kind: str  # physician, condition or specialty
    label: str
    url: str


# Every word of the text has to begin a word of the label or of a lay phrase; `starts_with` knows no wildcards.
SUGGESTIONS = """
WITH known AS (
    SELECT 1 AS place, 'condition' AS kind, slug, name AS label,
           concat_ws(' ', name, array_to_string(lay_phrases, ' ')) AS text
    FROM physicians_condition
    UNION ALL
    SELECT 2, 'specialty', slug, name, concat_ws(' ', name, practitioner, array_to_string(lay_phrases, ' '))
    FROM physicians_specialty
    UNION ALL
    SELECT 3, 'physician', slug, concat_ws(', ', concat_ws(' ', given_name, family_name), nullif(credentials, '')),
           concat_ws(' ', given_name, family_name)
    FROM physicians_physician WHERE live
)
SELECT kind, label, slug
FROM known, LATERAL (
    SELECT array_agg(word) AS words
    FROM regexp_split_to_table(lower(unaccent(translate(text, %(apostrophes)s, ''))), '[^a-z0-9]+') AS word
) AS split
WHERE NOT EXISTS (
    SELECT FROM unnest(%(words)s::text[]) AS asked(word)
    WHERE NOT EXISTS (SELECT FROM unnest(split.words) AS has(word) WHERE starts_with(has.word, unaccent(asked.word)))
)
ORDER BY NOT starts_with(lower(unaccent(label)), unaccent(%(first)s)), place, label
LIMIT %(most)s
"""


def suggest(text: str) -> list[Suggestion]:
    """Return at most MOST suggestions; none for a text without a word of SHORTEST letters."""
    words = [word.text for word in read_query(text).words]
    if max(map(len, words), default=0) < SHORTEST:
        return []
    with connection.cursor() as cursor:
        parameters: dict[str, Any] = {"words": words, "first": words[0], "apostrophes": APOSTROPHES, "most": MOST}
        cursor.execute(SUGGESTIONS, parameters)
        return [Suggestion(kind, label, address(kind, slug)) for kind, label, slug in cursor]


def address(kind: str, slug: str) -> str:
    """Return where a suggestion leads: to a profile, or to the directory narrowed to a condition or specialty."""
    if kind == "physician":
        return reverse("physicians:profile", args=[slug])
    return f"{reverse('physicians:directory')}?{urlencode({kind: slug})}"
