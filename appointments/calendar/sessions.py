"""The hours in which a physician sees patients on a given day, taken or not."""

import dataclasses
import datetime
import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import DateField, IntegerField, Q, QuerySet, TimeField, Value
from django.db.models.functions import Coalesce

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.models import AvailabilityRule, ExtraSession

from .time_zones import moment

FOREVER = datetime.date.max
# A local day anywhere on earth lies within these margins around the same day in UTC.
BEFORE_UTC, AFTER_UTC = datetime.timedelta(hours=14), datetime.timedelta(hours=12)

Row = tuple[Any, ...]
PATTERN = ("physician_id", "location_id", "location__time_zone", "visit_minutes", "buffer_minutes", "notice_hours")


@dataclasses.dataclass(frozen=True, slots=True)
class Session:
    """Hours on one day, from a weekly rule or a one-off session. No location means virtual visits."""

    physician_id: int
    location_id: int | None
    start: datetime.datetime  # UTC
    end: datetime.datetime
    visit_minutes: int
    buffer_minutes: int
    notice: datetime.timedelta
    time_zone: str  # IANA zone of the place


# Both kinds of hours in one shape: what the other kind has is empty.
WEEKLY = ("weekday", "starts_at", "ends_at", "effective_from", Coalesce("effective_until", FOREVER))
NOT_WEEKLY = tuple(Value(None, field()) for field in (IntegerField, TimeField, TimeField, DateField, DateField))
NO_PERIOD = Value(None, DateTimeRangeField())


def _rows(hours: QuerySet[Any], *columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    return hours.order_by().values_list("id", *columns, *PATTERN)


def around(first: datetime.date, last: datetime.date) -> DateTimeTZRange:
    """Return a period that covers the local days from `first` to `last` anywhere on earth."""
    begin = datetime.datetime.combine(first, datetime.time(), datetime.UTC)
    end = datetime.datetime.combine(last, datetime.time(), datetime.UTC) + datetime.timedelta(days=1)
    return DateTimeTZRange(begin - BEFORE_UTC, end + AFTER_UTC)


def around_each(days: Sequence[datetime.date]) -> list[DateTimeTZRange]:
    """Return the periods that cover these local days, which are in order; one for days in a row."""
    runs: list[list[datetime.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= datetime.timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [around(run[0], run[-1]) for run in runs]


class Hours:
    """The rules and one-off sessions of some physicians over some days, read with one query."""

    def __init__(self, whose: Q, first: datetime.date, last: datetime.date) -> None:
        """Read them from the database.

        Args:
            whose: which rules and sessions, as a condition on their physician and location.
            first: the first local day.
            last: the last local day.
        """
        self.rules: dict[int, list[Row]] = defaultdict(list)
        self.extra: list[Session] = []
        weekly = AvailabilityRule.objects.filter(whose, effective_from__lte=last).filter(
            Q(effective_until__isnull=True) | Q(effective_until__gte=first)
        )
        once = ExtraSession.objects.filter(whose, period__overlap=around(first, last))
        rows = _rows(weekly, *WEEKLY, NO_PERIOD).union(_rows(once, *NOT_WEEKLY, "period"), all=True).order_by("id")
        for _key, weekday, *rule, period, physician, location, zone, visit, pause, notice in rows:
            pattern = (physician, location, zone, visit, pause, notice)
            if period is None:
                self.rules[weekday].append((*rule, *pattern))
            else:
                self.extra.append(_session(period.lower, period.upper, pattern))

    @property
    def physician_ids(self) -> set[int]:
        """Return the keys of the physicians who have any hours."""
        ids = {session.physician_id for session in self.extra}
        return ids.union(row[4] for rows in self.rules.values() for row in rows)

    def by_rule(self, day: datetime.date, calendar: ClinicCalendar) -> Iterator[Session]:
        """Yield the sessions from weekly rules on a local day; none of a clinic that is closed."""
        is_closed = functools.cache(functools.partial(calendar.is_holiday, day))
        for starts_at, ends_at, effective_from, effective_until, *pattern in self.rules[day.weekday()]:
            if effective_from <= day <= effective_until and not is_closed(pattern[1]):
                zone = pattern[2] or settings.TIME_ZONE
                start, end = moment(day, starts_at, zone), moment(day, ends_at, zone)
                if start < end:  # the hour that is skipped when the clocks go forward doesn't exist
                    yield _session(start, end, tuple(pattern))


def _session(start: datetime.datetime, end: datetime.datetime, pattern: Row) -> Session:
    physician_id, location_id, zone, visit_minutes, buffer_minutes, notice_hours = pattern
    return Session(
        physician_id=physician_id,
        location_id=location_id,
        start=start.astimezone(datetime.UTC),
        end=end.astimezone(datetime.UTC),
        visit_minutes=visit_minutes,
        buffer_minutes=buffer_minutes,
        notice=datetime.timedelta(hours=notice_hours),
        time_zone=zone or settings.TIME_ZONE,
    )


def sessions_on(physician_id: int, day: datetime.date) -> list[Session]:
    """Return a physician's sessions on a day, in the time zone of each place, in order.

    When clinics are closed, weekly rules don't apply, but one-off sessions do.
    """
    hours = Hours(Q(physician_id=physician_id), day, day)
    midnight, next_day = datetime.time(), day + datetime.timedelta(days=1)
    extra = [
        session
        for session in hours.extra
        if session.start < moment(next_day, midnight, session.time_zone)
        and session.end > moment(day, midnight, session.time_zone)
    ]
    rules = hours.by_rule(day, ClinicCalendar.load()) if hours.rules else ()
    return sorted([*extra, *rules], key=lambda session: session.start)
