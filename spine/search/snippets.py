"""The passage of a page that matches, with the words marked."""

import re
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .asked import Asked
from .findable_pages import ASKED
from .matching import parameters

# Private-use characters mark the words until everything around them is escaped.
BEGIN, END = "\ue000", "\ue001"
HEADLINE = (
    f'StartSel={BEGIN}, StopSel={END}, MaxFragments=2, MinWords=12, MaxWords=28, ShortWord=3, FragmentDelimiter=" … "'
)

SNIPPETS = f"""
WITH {ASKED}
SELECT page_id, text, ts_headline('english', translate(text, %(marks)s, ''),
                            (SELECT string_agg(term::text, ' | ') FROM asked WHERE numnode(term) > 0)::tsquery,
                            %(headline)s)
FROM spine_pagetext WHERE page_id = ANY (%(pages)s::int[])
"""


def snippets(pages: Collection[int], asked: Iterable[Asked]) -> dict[int, SafeString]:
    """Return a passage as HTML for each of these pages, by id; its beginning if only the title matches."""
    more = {"pages": list(pages), "marks": BEGIN + END, "headline": HEADLINE}
    with connection.cursor() as cursor:
        cursor.execute(SNIPPETS, parameters(asked) | more)
        return {page: marked(passage, text) for page, text, passage in cursor}


def marked(passage: str, text: str) -> SafeString:
    """Return a passage of the text, escaped, with <mark> around each match.

    A dot separates lines. An ellipsis shows that the passage begins or ends within a sentence.
    """
    bare = re.sub(f"[{BEGIN}{END}]", "", passage)
    passage = passage if text.startswith(bare[:30]) else f"… {passage}"
    passage = passage if bare.endswith((".", "!", "?")) else f"{passage} …"
    parts = re.split(f"[{BEGIN}{END}]", passage.replace("\n", " · "))
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if place % 2 else part,) for place, part in enumerate(parts))
    )
