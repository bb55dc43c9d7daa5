"""Profiles of physicians who are new on the roster, in bulk."""

import datetime
from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from physicians.imports.list_columns import LinksColumn
from physicians.imports.roster_columns import ROSTER
from physicians.imports.roster_row import RosterRow
from physicians.models import Physician
from physicians.models.free_slugs import free_slugs


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
        for row, slug in zip(rows, free_slugs([row.plain_name for row in rows]), strict=True)
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
