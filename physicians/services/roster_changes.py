"""Writes rows of the hospital's roster: the only writer of the fields that the roster owns."""

import contextlib
import datetime
from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from physicians.advisory_locks import Job, alone
from physicians.imports.current_profiles import profiles_of
from physicians.imports.roster_columns import ROSTER
from physicians.imports.roster_row import RosterRow
from physicians.imports.row_findings import Finding, Kind, finding
from physicians.models import Physician

from .new_profiles import add_profiles

LOG_ACTION = "physicians.roster"


class AnotherImport(Exception):
    """Another import holds the lock; `str()` is a sentence for the user."""


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let no other import work meanwhile; raises AnotherImport if one does."""
    with alone(Job.ROSTER_IMPORT) as is_alone:
        if not is_alone:
            raise AnotherImport(_("Another import is running. Nothing was changed."))
        yield


def take_over(*, rows: Sequence[RosterRow], now: datetime.datetime) -> list[Finding]:
    """Write a few hundred rows and return what was done, or not done, for each.

    One transaction publishes all new profiles. Each changed one has its own transaction, because it locks the
    physician's row, which the scheduling desk needs too. Raises IntegrityError, with nothing written, if someone else
    created a profile with the same NPI or slug at that moment: read again and repeat.
    """
    profiles = profiles_of(row.npi for row in rows)
    findings = [finding(row, profiles.get(row.npi)) for row in rows]
    by_kind: dict[Kind, list[RosterRow]] = {}
    for found, row in zip(findings, rows, strict=True):
        by_kind.setdefault(found.kind, []).append(row)
    with transaction.atomic():
        add_profiles(rows=by_kind.get(Kind.NEW, []), now=now)
        adopted = [profiles[row.npi].pk for row in by_kind.get(Kind.ADOPTED, [])]
        Physician.objects.filter(pk__in=adopted, on_roster=False).update(on_roster=True)
    changed = {row.npi: change_profile(row=row) for row in by_kind.get(Kind.CHANGED, [])}
    return [changed.get(found.npi, found) for found in findings]


@transaction.atomic
def change_profile(*, row: RosterRow) -> Finding:
    """Publish a version of the profile with the roster's values; return what was done, or why it wasn't.

    A version, and not the columns alone: otherwise an editor who takes the profile down and publishes it again would
    bring back the values of the last version.
    """
    physician = Physician.objects.select_for_update(no_key=True, of=("self",)).filter(npi=row.npi).first()
    found = finding(row, profiles_of([row.npi]).get(row.npi))  # again: only now is the row locked
    if physician is None or found.kind is not Kind.CHANGED:
        return found
    for column in ROSTER.after_npi:
        column.assign(physician, row[column.field])
    physician.on_roster = True
    # The roster's values have been checked. An import doesn't refuse what an editor wrote long ago.
    revision = physician.save_revision(clean=False)
    revision.publish(log_action=False)
    log(instance=physician, action=LOG_ACTION, revision=revision, data={"fields": list(found.fields)})
    return found
