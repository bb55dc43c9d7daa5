"""What keeps physicians from seeing patients: busy times of the health record, and time off."""

from collections.abc import Collection, Iterable

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.calendar.doctor_away import not_of_a_visit
from appointments.models import TimeOff

from .time_blocks import Block, Kind


def absence_blocks(physician_ids: Collection[int], window: DateTimeTZRange, zone: str) -> Iterable[Block]:
    """Yield the busy times that aren't a visit's own entry in the health record, and the time off."""
    mine = {"physician__in": physician_ids, "period__overlap": window}
    for row in not_of_a_visit().filter(**mine).order_by():
        kind = Kind.PERHAPS if row.is_guess else Kind.BUSY
        yield Block(kind=kind, physician_id=row.physician_id, start=row.period.lower, end=row.period.upper, zone=zone)
    for off in TimeOff.objects.filter(**mine).order_by():
        yield Block(
            kind=Kind.OFF,
            physician_id=off.physician_id,
            start=off.period.lower,
            end=off.period.upper,
            zone=zone,
            note=off.reason,
        )
