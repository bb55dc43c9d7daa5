"""Import a physician's busy times from the health record's calendar."""

import dataclasses
from collections.abc import Sequence

from django.contrib.auth.models import AbstractUser
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, QuerySet
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
    """The file would free more than half of a physician's calendar, as a broken export would."""


@dataclasses.dataclass(frozen=True)
class Replaced:
    """What an import did to one physician's calendar."""

    busy_import: BusyImport
    in_the_way: list[Appointment]  # our visits and offers that overlap someone else's busy time


@locking()
def replace_busy_times(
    *,
    physician_id: int,
    rows: Sequence[BusyRow],
    refused: int = 0,
    staff: AbstractUser | None = None,
    allow_fewer: bool = False,
) -> Replaced:
    """Replace all busy times of a physician, with the physician's row locked.

    Args:
        physician_id: the physician's key.
        rows: all busy times; an empty list clears the calendar.
        refused: how many rows of the file could not be read.
        staff: who is importing; None for a command.
        allow_fewer: allow fewer than half as many future busy times as there are now.

    Raises FewerTimes if there would be fewer and that isn't allowed, BeingChanged if the physician's row stays locked,
    and Physician.DoesNotExist.
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
                is_guess=row.is_guess,
            )
            for row in rows
        ),
        batch_size=BATCH,
    )
    busy_import = BusyImport.objects.create(
        physician_id=physician_id,
        staff_id=staff.pk if staff else None,
        taken=len(rows),
        guessed=sum(row.is_guess for row in rows),
        refused=refused,
    )
    return Replaced(busy_import=busy_import, in_the_way=list(overlapping_visits(physician_id)))


def _check_number(physician: Physician, rows: Sequence[BusyRow]) -> None:
    """Raise FewerTimes if the rows hold fewer than half as many future times as the calendar."""
    now = timezone.now()
    before = BusyTime.objects.filter(physician=physician, period__endswith__gt=now).count()
    after = sum(row.end > now for row in rows)
    if after * 2 < before:
        raise FewerTimes(
            _(
                "%(name)s has %(before)d upcoming busy times, but the file has only %(after)d. "
                "The export may be broken, so the existing busy times were kept."
            )
            % {"name": physician.plain_name, "before": before, "after": after}
        )


def overlapping_visits(physician_id: int) -> QuerySet[Appointment]:
    """Return upcoming visits and offers that overlap a busy time other than their own entry."""
    now = timezone.now()
    return (
        holding_time(now)
        .filter(doctor_away__is_taken=True, physician_id=physician_id, period__endswith__gt=now)
        .select_related("request")
        .order_by(F("period"))
    )
