"""The free times that the calendar shows."""

import datetime
from collections.abc import Iterable, Mapping

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.calendar.free_times import FreeTime
from appointments.services.visits.free_time_value import value_of

from .time_blocks import Block, Kind


def free_time_blocks(
    times: Iterable[FreeTime], window: DateTimeTZRange, now: datetime.datetime, places: Mapping[int | None, str]
) -> Iterable[Block]:
    """Yield the blocks of the times that begin within the window and haven't passed; `places` has their names."""
    for time in times:
        if window.lower <= time.start < window.upper and time.start > now:
            yield Block(
                kind=Kind.SHORT if time.is_short_notice else Kind.FREE,
                physician_id=time.physician_id,
                start=time.start,
                end=time.end,
                zone=time.time_zone,
                place=places.get(time.location_id, ""),
                value=value_of(time),
            )
