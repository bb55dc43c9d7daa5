"""Find the free times of physicians."""

import datetime
import math
import zoneinfo
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from physicians.models import PhysicianQuerySet

from .clinic_days import ClinicCalendar
from .sessions import BEFORE_UTC, Hours, Session, around_each
from .taken_times import Taken, read_taken
from .time_zones import moment

DAY = datetime.timedelta(days=1)
MIDNIGHT = datetime.time()


@dataclass(frozen=True, slots=True, order=False)
class FreeTime:
    """A time that a patient can be given."""

    physician_id: int
    location_id: int | None  # None: a virtual visit
    start: datetime.datetime  # UTC
    end: datetime.datetime
    buffer_minutes: int
    time_zone: str  # IANA zone of the place; of the hospital for a virtual visit
    is_short_notice: bool = False  # sooner than the physician wants: staff need a reason to take it

    @property
    def local_start(self) -> datetime.datetime:
        """Return when it begins, in the time zone of its place."""
        return self.start.astimezone(zoneinfo.ZoneInfo(self.time_zone))


def at_places(physicians: PhysicianQuerySet, locations: Collection[int] = ()) -> Q:
    """Return the condition for these physicians' hours at published clinics: those in `locations`, or any if empty."""
    clinics = Q(physician__in=physicians, location__live=True)
    return clinics & Q(location_id__in=locations) if locations else clinics


def by_video(physicians: PhysicianQuerySet) -> Q:
    """Return the condition for these physicians' virtual hours, if they offer virtual visits."""
    return Q(physician__in=physicians, location__isnull=True, physician__offers_virtual_visits=True)


def free_times(
    physicians: PhysicianQuerySet,
    *,
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime | None = None,
    in_person: bool = True,
    virtual: bool = True,
    locations: Collection[int] = (),
) -> list[FreeTime]:
    """Return every free time of these physicians, soonest first, in two queries for any number of physicians.

    Args:
        physicians: the physicians; the caller checks whether they take new patients (`physicians_who_fit`).
        first: the first day, in the time zone of each place.
        last: the last day, inclusive.
        now: the time from which notice is counted; the current time by default.
        in_person: include visits at a clinic.
        virtual: include visits by video.
        locations: keys of the clinics to look at, or empty for any. Virtual visits ignore it.
    """
    whose = hours_of(physicians, in_person=in_person, virtual=virtual, locations=locations)
    return soonest(whose, first=first, last=last, now=now)


def first_free(
    physicians: PhysicianQuerySet,
    *,
    limit: int,
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime | None = None,
    in_person: bool = True,
    virtual: bool = True,
    locations: Collection[int] = (),
) -> list[FreeTime]:
    """Return the first `limit` of `free_times`, without computing the days after them."""
    whose = hours_of(physicians, in_person=in_person, virtual=virtual, locations=locations)
    return soonest(whose, first=first, last=last, now=now, limit=limit)


def hours_of(
    physicians: PhysicianQuerySet, *, in_person: bool, virtual: bool, locations: Collection[int] = ()
) -> Q | None:
    """Return the condition for these physicians' hours for these kinds of visit; None if there is no kind."""
    kinds = [at_places(physicians, locations)] if in_person else []
    kinds += [by_video(physicians)] if virtual else []
    return Q(*kinds, _connector=Q.OR) if kinds else None


def soonest(
    whose: Q | None,
    *,
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime | None = None,
    limit: int | None = None,
    also: Collection[datetime.date] = (),
) -> list[FreeTime]:
    """Return the free times in the hours that match `whose`, in order: all of them, or the first `limit`.

    They are those from the first day to the last, and of the days that are looked at `also`.
    """
    found: list[FreeTime] = []
    days = sorted({first + n * DAY for n in range((last - first).days + 1)} | set(also))
    if whose is None or not days:
        return found
    hours, now = Hours(whose, days[0], days[-1]), now or timezone.now()
    if not hours.physician_ids:
        return found
    taken, calendar = read_taken(hours.physician_ids, around_each(days), now=now)
    for day, times in free_by_day(hours, days, taken, calendar, now=now):
        found += times
        if limit is not None and len(found) >= limit:
            found.sort(key=_order)
            # The next day starts earlier in other time zones, but nowhere before this.
            next_day = datetime.datetime.combine(day + DAY, MIDNIGHT, datetime.UTC) - BEFORE_UTC
            if limit == 0 or found[limit - 1].start < next_day:
                break
    return sorted(found, key=_order)[:limit]


def _order(time: FreeTime) -> tuple[datetime.datetime, int, int]:
    return time.start, time.physician_id, time.location_id or 0


def free_by_day(
    hours: Hours,
    days: Iterable[datetime.date],
    taken: Mapping[int, Taken],
    calendar: ClinicCalendar,
    *,
    now: datetime.datetime,
    short_notice: bool = False,
) -> Iterator[tuple[datetime.date, list[FreeTime]]]:
    """Yield each local day with its free times, in no particular order.

    With `short_notice` those ahead that leave a physician too little notice are among them.
    """
    once = _cut_at_midnight(hours.extra)
    for day in days:
        times: dict[tuple[int, int | None, int], FreeTime] = {}
        sessions = sorted([*once[day], *hours.by_rule(day, calendar)], key=lambda session: session.start)
        for session in sessions:
            for time in _visits(session, day, taken[session.physician_id], now, short_notice=short_notice):
                # Two sessions at one place can offer the same start, which counts once.
                times.setdefault((time.physician_id, time.location_id, int(time.start.timestamp())), time)
        yield day, list(times.values())


def _cut_at_midnight(extra: list[Session]) -> dict[datetime.date, list[Session]]:
    """Return one-off sessions by the local days they touch."""
    by_day: dict[datetime.date, list[Session]] = defaultdict(list)
    for session in extra:
        zone = zoneinfo.ZoneInfo(session.time_zone)
        day = session.start.astimezone(zone).date()
        while moment(day, MIDNIGHT, session.time_zone) < session.end:
            by_day[day].append(session)
            day += DAY
    return by_day


def _visits(
    session: Session, day: datetime.date, taken: Taken, now: datetime.datetime, *, short_notice: bool
) -> Iterator[FreeTime]:
    """Yield a session's free times that begin on a local day. Counted in whole seconds, which is fast and exact."""
    length, pause = session.visit_minutes * 60, session.buffer_minutes * 60
    step = length + pause
    begin, close = math.ceil(session.start.timestamp()), math.floor(session.end.timestamp())
    day_begins = moment(day, MIDNIGHT, session.time_zone).timestamp()
    day_ends = moment(day + DAY, MIDNIGHT, session.time_zone).timestamp()
    notice_ends = (now + session.notice).timestamp()
    earliest = max(now.timestamp() if short_notice else notice_ends, day_begins)
    skipped = max(0, math.ceil((earliest - begin) / step))
    stop = min(close - length + 1, math.ceil(day_ends))
    for start in range(begin + skipped * step, stop, step):
        if taken.leaves(start, start + length, pause):
            yield FreeTime(
                physician_id=session.physician_id,
                location_id=session.location_id,
                start=datetime.datetime.fromtimestamp(start, datetime.UTC),
                end=datetime.datetime.fromtimestamp(start + length, datetime.UTC),
                buffer_minutes=session.buffer_minutes,
                time_zone=session.time_zone,
                is_short_notice=start < notice_ends,
            )
