"""The hospital's roster is taken over: the only writer of the fields that it owns."""

import contextlib
import datetime
from collections.abc import Iterator, Sequence

from django.db import connection, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from physicians.imports.current_profiles import LINKS, profiles_of
from physicians.imports.roster_row import RosterRow
from physicians.imports.row_findings import Finding, Kind, finding
from physicians.models import Physician

from .new_profiles import add_profiles

LOCK_NUMBER = 7_301_002  # of the advisory lock that lets one import work
LOG_ACTION = "physicians.roster"
SCALARS = ("given_name", "family_name", "credentials", "gender", "accepting_new_patients", "offers_virtual_visits")


class AnotherImport(Exception):
    """Somebody else is at it; `str()` is a sentence for whoever asked."""


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the lock of imports; raises AnotherImport if it is taken. It ends with the connection, if not before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_NUMBER])
        if not cursor.fetchone()[0]:
            raise AnotherImport(_("Another import is running. Nothing was changed."))
        try:
            yield
        finally:
            if connection.connection and not connection.connection.closed:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])


def take_over(*, rows: Sequence[RosterRow], now: datetime.datetime) -> list[Finding]:
    """Write a few hundred rows of a roster and return what was done, or was left, for each.

    New profiles are published at once, in one transaction for all. Each changed one has its own, because it locks the
    physician's row, which the scheduling desk wants as well. Raises IntegrityError, with nothing written, when
    somebody else made a profile of the same NPI or address at that moment: read again and repeat.
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
    """Publish a version of the profile that has the roster's values; return what was done, or why it was left.

    A version, and not the columns alone: otherwise an editor who takes the profile down and publishes it again would
    bring back what the last version said.
    """
    physician = Physician.objects.select_for_update(no_key=True, of=("self",)).filter(npi=row.npi).first()
    found = finding(row, profiles_of([row.npi]).get(row.npi))  # again: the row is ours only now
    if physician is None or found.kind is not Kind.CHANGED:
        return found
    for name in SCALARS:
        setattr(physician, name, getattr(row, name))
    physician.licensed_states = list(row.licensed_states)
    physician.on_roster = True
    for name in LINKS:
        model = Physician._meta.get_field(name).related_model
        getattr(physician, name).set(model._default_manager.filter(pk__in=getattr(row, name)))
    # What the roster owns has been checked; what an editor wrote long ago is not for an import to refuse.
    revision = physician.save_revision(clean=False)
    revision.publish(log_action=False)
    log(instance=physician, action=LOG_ACTION, revision=revision, data={"fields": list(found.fields)})
    return found
