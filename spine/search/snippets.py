"""The passage of a page that fits, with the words marked."""

import re
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from physicians.search.matching import Asked

from .matching import parameters
from .shown import ASKED

# Characters for private use stand for the marks until everything around them is escaped.
BEGIN, END = "\ue000", "\ue001"
HEADLINE = (
    f'StartSel={BEGIN}, StopSel={END}, MaxFragments=2, MinWords=12, MaxWords=28, ShortWord=3, FragmentDelimiter=" … "'
)

SNIPPETS = f"""
WITH {ASKED}
SELECT page_id, ts_headline('english', translate(text, %(marks)s, ''),
                            (SELECT string_agg(term::text, ' | ') FROM asked WHERE numnode(term) > 0)::tsquery,
                            %(headline)s)
FROM spine_pagetext WHERE page_id = ANY (%(pages)s::int[])
"""


def snippets(pages: Collection[int], asked: Iterable[Asked]) -> dict[int, SafeString]:
    """Return for each of these pages, by id, a passage as HTML; a page found by its title alone begins at its start."""
    more = {"pages": list(pages), "marks": BEGIN + END, "headline": HEADLINE}
    with connection.cursor() as cursor:
        cursor.execute(SNIPPETS, parameters(asked) | more)
        return {page: marked(passage) for page, passage in cursor}


def marked(passage: str) -> SafeString:
    """Return the passage escaped, with <mark> around what stands between the marks; lines are parted by a dot."""
    parts = re.split(f"[{BEGIN}{END}]", passage.replace("\n", " · "))
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if place % 2 else part,) for place, part in enumerate(parts))
    )
