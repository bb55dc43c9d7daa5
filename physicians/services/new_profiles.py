"""Profiles of people who are on the roster for the first time: many at once, published at once."""

import datetime
from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii
from wagtail.models import ModelLogEntry

from physicians.imports.current_profiles import LINKS, PLAIN
from physicians.imports.roster_row import RosterRow
from physicians.models import Physician
from physicians.models.physician import RESERVED_SLUGS


@transaction.atomic
def add_profiles(*, rows: Sequence[RosterRow], now: datetime.datetime) -> None:
    """Create and publish a profile for each row, in a fixed number of statements.

    Raises IntegrityError, with nothing written, when an NPI or an address was taken meanwhile.
    """
    if not rows:
        return
    physicians = [
        Physician(
            **{name: getattr(row, name) for name in PLAIN},
            licensed_states=list(row.licensed_states),
            slug=slug,
            on_roster=True,
            live=False,
            first_published_at=now,
            last_published_at=now,
        )
        for row, slug in zip(rows, free_slugs(rows), strict=True)
    ]
    Physician.objects.bulk_create(physicians)
    for name, column in LINKS.items():
        through: type[models.Model] = Physician._meta.get_field(name).remote_field.through
        through._default_manager.bulk_create(
            through(physician_id=physician.pk, **{column: pk})
            for physician, row in zip(physicians, rows, strict=True)
            for pk in getattr(row, name)
        )
    # Published last: the search refreshes what is published at each statement, and so it does it once.
    Physician.objects.filter(pk__in=[physician.pk for physician in physicians]).update(live=True)
    _record(physicians, now)


def _record(physicians: Iterable[Physician], now: datetime.datetime) -> None:
    """Write what Wagtail's `log` would, for all of them at once."""
    content_type = ContentType.objects.get_for_model(Physician)
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=content_type,
            object_id=str(physician.pk),
            label=str(physician),
            action="wagtail.create",
            timestamp=now,
            content_changed=True,
        )
        for physician in physicians
    )


# From “ana-lopez-2” to “ana-lopez-9…”, out of the index: the operators compare bytes, and “:” follows “9”.
HIGHEST = r"""
SELECT stem, EXISTS (SELECT FROM physicians_physician WHERE slug = stem),
       (SELECT max(substr(slug, length(stem) + 2)::integer) FROM physicians_physician
         WHERE slug ~>=~ (stem || '-0') AND slug ~<~ (stem || '-:')
           AND substr(slug, length(stem) + 2) ~ '^[0-9]{1,8}$')
  FROM unnest(%s::text[]) AS stem
"""


def free_slugs(rows: Sequence[RosterRow]) -> list[str]:
    """Return a free address part for each: “ana-lopez”, or with the number after the highest: “ana-lopez-3”."""
    stems = [slugify(string_to_ascii(row.plain_name))[:110] or "physician" for row in rows]
    taken, highest = set(RESERVED_SLUGS), {}
    with connection.cursor() as cursor:
        cursor.execute(HIGHEST, [sorted(set(stems))])
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
