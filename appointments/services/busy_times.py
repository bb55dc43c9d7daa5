"""Taking over a physician's calendar from the health record."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from appointments.availability.taken import holding_time
from appointments.busy_times.rows import BusyRow
from appointments.models import Appointment, BusyImport, BusyTime
from physicians.models import Physician

from .locks import lock_physicians, locking

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

BATCH = 5_000


@dataclasses.dataclass(frozen=True)
class Replaced:
    """What an import has done to one physician."""

    record: BusyImport
    in_the_way: list[Appointment]  # visits and offers of ours that somebody else's busy time overlaps


@locking()
def replace_busy_times(
    *, physician_id: int, rows: Sequence[BusyRow], refused: int = 0, staff: "AbstractUser | None" = None
) -> Replaced:
    """Put these busy times in the place of all that the physician had, under the lock of the physician's row.

    Args:
        physician_id: whose.
        rows: all of them; none clears the calendar.
        refused: how many rows of the file could not be read.
        staff: who imports; None: a command.

    Raises BeingChanged when the physician's row stays locked, and Physician.DoesNotExist.
    """
    if not lock_physicians([physician_id]):
        raise Physician.DoesNotExist
    BusyTime.objects.filter(physician_id=physician_id).delete()
    BusyTime.objects.bulk_create(
        (
            BusyTime(
                physician_id=physician_id,
                period=DateTimeTZRange(row.start, row.end),
                visit_number=row.visit_number,
            )
            for row in rows
        ),
        batch_size=BATCH,
    )
    record = BusyImport.objects.create(
        physician_id=physician_id, staff_id=staff.pk if staff else None, taken=len(rows), refused=refused
    )
    return Replaced(record=record, in_the_way=list(overlapping_visits(physician_id)))


def overlapping_visits(physician_id: int) -> QuerySet[Appointment]:
    """Return the visits and offers to come that overlap a busy time which is not, by its visit number, their own."""
    others = BusyTime.objects.filter(physician=OuterRef("physician"), period__overlap=OuterRef("period")).exclude(
        ~Q(visit_number=""), visit_number=OuterRef("visit_number")
    )
    now = timezone.now()
    return (
        holding_time(now)
        .filter(Exists(others), physician_id=physician_id, period__endswith__gt=now)
        .select_related("request")
        .order_by(F("period"))
    )
