"""Profiles of physicians who are new on the roster, in bulk."""

import datetime
from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii
from wagtail.models import ModelLogEntry

from physicians.imports.list_columns import LinksColumn
from physicians.imports.roster_columns import ROSTER
from physicians.imports.roster_row import RosterRow
from physicians.models import Physician
from physicians.models.physician import RESERVED_SLUGS


@transaction.atomic
def add_profiles(*, rows: Sequence[RosterRow], now: datetime.datetime) -> None:
    """Create and publish a profile for each row, in a fixed number of statements.

    Raises IntegrityError, with nothing written, if an NPI or a slug has been taken since.
    """
    if not rows:
        return
    links = [column for column in ROSTER.columns if isinstance(column, LinksColumn)]
    columns = [column for column in ROSTER.columns if column not in links]
    physicians = [
        Physician(
            **{column.field: column.for_profile(row[column.field]) for column in columns},
            slug=slug,
            on_roster=True,
            live=False,
            first_published_at=now,
            last_published_at=now,
        )
        for row, slug in zip(rows, free_slugs(rows), strict=True)
    ]
    Physician.objects.bulk_create(physicians)
    for link in links:
        link.through._default_manager.bulk_create(
            link.through(physician_id=physician.pk, **{link.link_field: pk})
            for physician, row in zip(physicians, rows, strict=True)
            for pk in row[link.field]
        )
    # Published last: at each statement the search refreshes published profiles, so this way it does so once.
    Physician.objects.filter(pk__in=[physician.pk for physician in physicians]).update(live=True)
    _log_creation(physicians, now)


def _log_creation(physicians: Iterable[Physician], now: datetime.datetime) -> None:
    """Write what Wagtail's `log` would, in one statement."""
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


# From “ana-lopez-2” to “ana-lopez-9…”, by the index: the operators compare bytes, and “:” follows “9”.
HIGHEST = r"""
SELECT stem, EXISTS (SELECT FROM physicians_physician WHERE slug = stem),
       (SELECT max(substr(slug, length(stem) + 2)::integer) FROM physicians_physician
         WHERE slug ~>=~ (stem || '-0') AND slug ~<~ (stem || '-:')
           AND substr(slug, length(stem) + 2) ~ '^[0-9]{1,8}$')
  FROM unnest(%s::text[]) AS stem
"""


def free_slugs(rows: Sequence[RosterRow]) -> list[str]:
    """Return a free slug for each: “ana-lopez”, or with the number after the highest: “ana-lopez-3”."""
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
