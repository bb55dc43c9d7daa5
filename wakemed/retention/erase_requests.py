"""Erase requests with everything that belongs to them, a few in each transaction."""

import dataclasses
import getpass
import os
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import TruncMonth
from psycopg2 import errorcodes

from appointments.models import Appointment, AppointmentRequest, DeskSearch, RecordAccess
from wakemed.models import Erasure, SecurityEvent
from wakemed.models.erasure import Erased

from .due_requests import with_duplicates
from .patient_tables import ERASED, keys_of

AT_ONCE = 50  # requests in one transaction
# Shorter than PostgreSQL's deadlock_timeout (a second): if two wait for each other, the eraser gives up, not the desk.
LOCK_TIMEOUT = "500ms"
BUSY = (errorcodes.LOCK_NOT_AVAILABLE, errorcodes.DEADLOCK_DETECTED)


@dataclasses.dataclass
class Run:
    """One run of the command: what all its rows say, and how many requests were left because someone had them."""

    ticket: str = ""
    id: uuid.UUID = dataclasses.field(default_factory=uuid.uuid4)
    left: int = 0

    def note(self, what: Erased, **facts: Any) -> Erasure:
        """Write a row about what this transaction has erased."""
        return Erasure.objects.create(run=self.id, what=what, ran_by=ran_by(), ticket=self.ticket, **facts)


def ran_by() -> str:
    """Return the account of the operating system; its number if it has no name."""
    try:
        return getpass.getuser()[:80]
    except (KeyError, OSError):
        return str(os.getuid())


def is_busy(error: DatabaseError) -> bool:
    """Return True if someone else had a row, or refers to one by now: the next run will do."""
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "pgcode", None) in BUSY


def wait_shortly() -> None:
    """Let this transaction wait for a lock no longer than LOCK_TIMEOUT."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")


def erase_requests(
    run: Run, which: Callable[[], QuerySet[AppointmentRequest]], what: Erased, **facts: Any
) -> Iterator[Erasure]:
    """Erase the requests that `which` returns, and yield the row about each transaction once it's committed.

    Args:
        run: the run that this belongs to.
        which: returns them; asked again for each transaction, when their rows are locked.
        what: the rule that is applied.
        facts: what else the rows say.
    """
    keys = list(which().values_list("pk", flat=True))
    for first in range(0, len(keys), AT_ONCE):
        chosen = keys[first : first + AT_ONCE]
        try:
            with transaction.atomic():
                free = _locked(chosen)
                due = list(which().filter(pk__in=free).values_list("pk", flat=True))
                erasure = _erase(run, due, what, facts) if due else None
        except (OperationalError, IntegrityError) as error:
            if not is_busy(error):
                raise
            run.left += len(chosen)
        else:
            run.left += len(chosen) - len(free)
            if erasure:
                yield erasure


def _locked(chosen: Sequence[int]) -> list[int]:
    """Lock what can be had at once; return those of the chosen requests that are ours with all their duplicates."""
    wait_shortly()
    family = with_duplicates(chosen).select_for_update(skip_locked=True, of=("self",))
    locked = list(family.values_list("pk", flat=True))
    busy = AppointmentRequest.objects.filter(duplicate_of__in=chosen).exclude(pk__in=locked)
    return list(set(chosen).intersection(locked).difference(busy.values_list("duplicate_of_id", flat=True)))


def _erase(run: Run, due: Sequence[int], what: Erased, facts: dict[str, Any]) -> Erasure:
    requests = list(with_duplicates(due).values_list("pk", flat=True))
    counts, rows = numbers(requests), Counter(cut_off_logs(requests))
    keys = keys_of(requests)
    for table in ERASED:
        rows[table.table] = table.erase(keys)
    return run.note(what, requests=len(requests), rows=dict(+rows), **counts, **facts)


def numbers(requests: Sequence[int]) -> dict[str, dict[str, int]]:
    """Return what reports still want to know of these requests."""
    received = AppointmentRequest.objects.filter(pk__in=requests).order_by().values(month=TruncMonth("submitted_at"))
    visits = Appointment.objects.filter(request__in=requests).order_by().values("status")
    return {
        "received": {f"{row['month']:%Y-%m}": row["number"] for row in received.annotate(number=Count("pk"))},
        "visits": {row["status"]: row["number"] for row in visits.annotate(number=Count("pk"))},
    }


def cut_off_logs(requests: Sequence[int]) -> dict[str, int]:
    """Have the logs no longer say which requests they speak of, nor from where their patients came."""
    looks = RecordAccess.objects.filter(request__in=requests)
    searches = list(looks.filter(search__isnull=False).order_by().values_list("search", flat=True).distinct())
    return {
        RecordAccess._meta.db_table: looks.update(request=None),
        DeskSearch._meta.db_table: without_words(DeskSearch.objects.filter(pk__in=searches)).update(typed=""),
        SecurityEvent._meta.db_table: SecurityEvent.objects.filter(patient_request__in=requests).update(
            patient_request=None, address=None
        ),
    }


def without_words(searches: QuerySet[DeskSearch]) -> QuerySet[DeskSearch]:
    """Return those searches, of the ones that still have words, that found no request that is kept."""
    found = RecordAccess.objects.filter(search=OuterRef("pk"), request__isnull=False)
    return searches.filter(~Exists(found)).exclude(typed="")
