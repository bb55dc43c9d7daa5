"""Read what takes physicians' time, along with the holidays, in one query."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import BigIntegerField, CharField, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.models import Appointment, BusyTime, Holiday, Offer, TimeOff
from appointments.models.appointment import AppointmentQuerySet
from appointments.workflow import AppointmentStatus

VISIT, AWAY, CLOSED = "visit", "away", "closed"
NO_CLINIC = 0  # of a holiday of all clinics
EPOCH = datetime.date(1970, 1, 1)


def holding_time(now: datetime.datetime) -> AppointmentQuerySet:
    """Return the visits and offered times that take time, without offers whose time is up."""
    its_time_is_up = Exists(Offer.objects.open().filter(pk=OuterRef("offer"), held_until__lte=now))
    return Appointment.objects.taking_time().filter(~Q(status=AppointmentStatus.PENDING) | ~its_time_is_up)


class Taken:
    """The taken time of one physician, in whole seconds since 1970."""

    def __init__(self) -> None:
        """Start with nothing taken."""
        self._visits = Periods()
        self._away = Periods()

    def add_visit(self, start: int, end: int, pause: int) -> None:
        """Add a visit, or a busy time of the health record, with the pause after it."""
        self._visits.add(start, end + pause)

    def add_away(self, start: int, end: int) -> None:
        """Add time off: a visit may touch it, pause or not."""
        self._away.add(start, end)

    def leaves(self, start: int, end: int, pause: int) -> bool:
        """Return True if a visit with a pause after it fits, leaving every other visit its own pause."""
        return not self._visits.overlap(start, end + pause) and not self._away.overlap(start, end)


class Periods:
    """A set of periods that is quick to search for overlaps, once all of them have been added."""

    def __init__(self) -> None:
        """Start empty."""
        self._added: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Add the period from `start` to `end`."""
        self._added.append((start, end))

    def overlap(self, start: int, end: int) -> bool:
        """Return True if any period shares a second with this one."""
        if self._added:
            self._starts, self._ends = _merged([*zip(self._starts, self._ends, strict=True), *self._added])
            self._added = []
        following = bisect_right(self._ends, start)
        return following < len(self._ends) and self._starts[following] < end


def _merged(periods: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the starts and ends of the periods, in order, with overlapping ones joined."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(periods):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _seconds(template: str) -> Func:
    # Whole seconds in SQL: building a range object for each row would take longer than everything else.
    return Func(F("period"), template=f"{template}::bigint", output_field=BigIntegerField())


BEGINS = _seconds("floor(extract(epoch FROM lower(%(expressions)s)))")
ENDS = _seconds("ceil(extract(epoch FROM upper(%(expressions)s)))")


def _rows(kind: str, rows: QuerySet[Any], pause: Any) -> QuerySet[Any, tuple[Any, ...]]:
    return rows.order_by().values_list(Value(kind, CharField()), "physician_id", BEGINS, ENDS, pause)


def read_taken(
    physician_ids: Collection[int], periods: Sequence[DateTimeTZRange], *, now: datetime.datetime
) -> tuple[dict[int, Taken], ClinicCalendar]:
    """Return what is taken within periods, by physician, and the clinic calendar for them, in one query."""
    holidays = Holiday.objects.filter(date__range=(periods[0].lower.date(), periods[-1].upper.date())).order_by()
    no_pause = Value(0, IntegerField())
    days = Func(F("date"), Value(EPOCH), arg_joiner=" - ", template="(%(expressions)s)", output_field=IntegerField())
    is_open = Cast("clinics_open", IntegerField())
    day = Cast(days, BigIntegerField())
    zero = Value(0, BigIntegerField())
    parts = []
    for period in periods:  # each by itself, because no index answers “in this one or in that one”
        mine = Q(physician_id__in=physician_ids, period__overlap=period)
        parts += [
            _rows(VISIT, holding_time(now).filter(mine), Cast("buffer_minutes", IntegerField())),
            _rows(VISIT, BusyTime.objects.filter(mine), no_pause),
            _rows(AWAY, TimeOff.objects.filter(mine), no_pause),
        ]
    clinic = Coalesce("clinic", Value(NO_CLINIC), output_field=BigIntegerField())
    closings = holidays.values_list(Value(CLOSED, CharField()), clinic, day, zero, is_open)
    rows = parts[0].union(*parts[1:], closings, all=True)
    taken: dict[int, Taken] = defaultdict(Taken)
    own_days: list[tuple[datetime.date, int | None, bool]] = []
    for kind, key, start, end, number in rows:
        if kind == VISIT:
            taken[key].add_visit(start, end, number * 60)
        elif kind == AWAY:
            taken[key].add_away(start, end)
        else:
            own_days.append((EPOCH + datetime.timedelta(days=start), key or None, bool(number)))
    return taken, ClinicCalendar.of(own_days)
