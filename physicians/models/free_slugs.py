"""Addresses of profiles, made from names."""

from collections.abc import Sequence

from django.db import connection
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

RESERVED_SLUGS = {"suggest"}  # addresses of the directory itself
LONGEST_STEM = 110

# From “ana-lopez-2” to “ana-lopez-9…”, by the index: the operators compare bytes, and “:” follows “9”.
HIGHEST = r"""
SELECT stem, EXISTS (SELECT FROM physicians_physician WHERE slug = stem AND id IS DISTINCT FROM %(but)s),
       (SELECT max(substr(slug, length(stem) + 2)::integer) FROM physicians_physician
         WHERE slug ~>=~ (stem || '-0') AND slug ~<~ (stem || '-:')
           AND substr(slug, length(stem) + 2) ~ '^[0-9]{1,8}$' AND id IS DISTINCT FROM %(but)s)
  FROM unnest(%(stems)s::text[]) AS stem
"""


def free_slugs(names: Sequence[str], *, but: int | None = None) -> list[str]:
    """Return a free slug for each name: “ana-lopez”, or with the number after the highest: “ana-lopez-3”.

    `but` is the id of a physician who may keep theirs.
    """
    stems = [slugify(string_to_ascii(name))[:LONGEST_STEM] or "physician" for name in names]
    taken, highest = set(RESERVED_SLUGS), {}
    with connection.cursor() as cursor:
        cursor.execute(HIGHEST, {"stems": sorted(set(stems)), "but": but})
        for stem, is_taken, number in cursor.fetchall():
            highest[stem] = number or 1
            if is_taken:
                taken.add(stem)
    slugs = []
    for stem in stems:
        slug = stem
        while slug in taken:
            highest[stem] += 1
            slug = f"{stem}-{highest[stem]}"
        taken.add(slug)
        slugs.append(slug)
    return slugs
