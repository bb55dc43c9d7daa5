"""Taking over a physician's calendar from the health record."""

import dataclasses
from collections.abc import Sequence

from django.contrib.auth.models import AbstractUser
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.calendar.busy_times.busy_rows import BusyRow
from appointments.calendar.taken_times import holding_time
from appointments.guards.locks import lock_physicians, locking
from appointments.guards.refusals import Refused
from appointments.models import Appointment, BusyImport, BusyTime
from physicians.models import Physician

BATCH = 5_000


class FewerTimes(Refused):
    """The file would free more than half of a physician's calendar: a broken export looks like that."""


@dataclasses.dataclass(frozen=True)
class Replaced:
    """What an import has done to one physician."""

    record: BusyImport
    in_the_way: list[Appointment]  # visits and offers of ours that somebody else's busy time overlaps


@locking()
def replace_busy_times(
    *,
    physician_id: int,
    rows: Sequence[BusyRow],
    refused: int = 0,
    staff: AbstractUser | None = None,
    allow_fewer: bool = False,
) -> Replaced:
    """Put these busy times in the place of all that the physician had, under the lock of the physician's row.

    Args:
        physician_id: whose.
        rows: all of them; none clears the calendar.
        refused: how many rows of the file could not be read.
        staff: who imports; None: a command.
        allow_fewer: whether fewer than half of the busy times still ahead may remain.

    Raises FewerTimes when they may not, BeingChanged when the physician's row stays locked, and
    Physician.DoesNotExist.
    """
    physician = lock_physicians([physician_id]).get(physician_id)
    if physician is None:
        raise Physician.DoesNotExist
    if not allow_fewer:
        _check_number(physician, rows)
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


def _check_number(physician: Physician, rows: Sequence[BusyRow]) -> None:
    """Raise FewerTimes when fewer than half as many times are ahead in the rows as in the calendar."""
    now = timezone.now()
    before = BusyTime.objects.filter(physician=physician, period__endswith__gt=now).count()
    after = sum(row.end > now for row in rows)
    if after * 2 < before:
        raise FewerTimes(
            _(
                "%(name)s has %(before)d busy times ahead, the file only %(after)d. "
                "An export may be broken: the busy times of before stay."
            )
            % {"name": physician.plain_name, "before": before, "after": after}
        )


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
