"""What keeps physicians from seeing patients: busy times of the health record, and time off."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.models import Appointment, BusyTime, TimeOff

from .time_blocks import Block, Kind


def absence_blocks(
    physician_ids: Collection[int], window: DateTimeTZRange, zone: str, visits: Iterable[Appointment]
) -> Iterable[Block]:
    """Yield the busy times that aren't a visit's own entry in the health record, and the time off."""
    mine = {"physician__in": physician_ids, "period__overlap": window}
    known: dict[tuple[int, str], list[Appointment]] = defaultdict(list)
    for visit in visits:
        if visit.visit_number:
            known[visit.physician_id, visit.visit_number].append(visit)
    times = {(visit.physician_id, visit.start, visit.end) for its in known.values() for visit in its}
    for row in BusyTime.objects.filter(**mine).order_by():
        start, end = row.period.lower, row.period.upper
        # By the same rule as `DoctorAway.is_taken`: by its number, or by its time where there are no numbers.
        with_number = known.get((row.physician_id, row.visit_number), ())
        if any(visit.start < end and visit.end > start for visit in with_number):
            continue
        if not row.visit_number and (row.physician_id, start, end) in times:
            continue
        kind = Kind.PERHAPS if row.is_guess else Kind.BUSY
        yield Block(kind=kind, physician_id=row.physician_id, start=start, end=end, zone=zone)
    for off in TimeOff.objects.filter(**mine).order_by():
        yield Block(
            kind=Kind.OFF,
            physician_id=off.physician_id,
            start=off.period.lower,
            end=off.period.upper,
            zone=zone,
            note=off.reason,
        )
