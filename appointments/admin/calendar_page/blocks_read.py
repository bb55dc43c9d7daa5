"""Read the blocks of some days from the database, in as many statements for fifty physicians as for one."""

import dataclasses
import datetime
from collections import defaultdict

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.select_options import Directory
from appointments.calendar.clinic_days import ClinicCalendar
from appointments.calendar.free_times import hours_of, soonest
from appointments.calendar.sessions import Hours, Session
from appointments.calendar.time_zones import moment
from appointments.models import Holiday
from appointments.services.visits.free_time_value import value_of
from physicians.models import Physician

from .absence_blocks import absence_blocks
from .calendar_address import DAY, VIRTUAL, CalendarAddress
from .time_blocks import Block, Kind
from .visit_blocks import block_of_visit, visits_shown

MIDNIGHT = datetime.time()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Days:
    """What was read: the days with their names if clinics are closed, and by physician the blocks and the hours."""

    zone: str
    days: list[datetime.date]
    closed: dict[datetime.date, str]
    physicians: list[Physician]
    blocks: dict[int, list[Block]]
    hours: dict[int, list[Session]]

    def window(self, day: datetime.date) -> DateTimeTZRange:
        """Return one day, from midnight to midnight on the page's clock."""
        return DateTimeTZRange(moment(day, MIDNIGHT, self.zone), moment(day + DAY, MIDNIGHT, self.zone))


def read_days(asked: CalendarAddress, directory: Directory) -> Days:
    """Return the blocks of the days that are asked for.

    A physician is shown who has hours or a visit at the place on one of the days. What takes their time is shown
    wherever it is; only free times are those of the place.
    """
    now, zone = timezone.now(), asked.clinic.time_zone if asked.clinic else settings.TIME_ZONE
    days = [asked.first + n * DAY for n in range((asked.last - asked.first).days + 1)]
    window = DateTimeTZRange(moment(asked.first, MIDNIGHT, zone), moment(asked.last + DAY, MIDNIGHT, zone))
    # A day begins earlier or later elsewhere, so the days around it are looked at, too.
    first, last = asked.first - DAY, asked.last + DAY
    whose = hours_of(
        Physician.objects.live().filter(pk=asked.physician.pk) if asked.physician else Physician.objects.live(),
        in_person=asked.place != VIRTUAL,
        virtual=asked.clinic is None,
        locations=[asked.clinic.pk] if asked.clinic else (),
    )
    closings, names = _closings(first, last)
    hours = _hours(whose, closings, window, first=first, last=last)
    times = soonest(whose, now=now, first=first, last=last, short_notice=True)
    free = [time for time in times if window.lower <= time.start < window.upper and time.start > now]
    visits = visits_shown(asked, window, now, with_hours=hours.keys())
    shown = hours.keys() | {visit.physician_id for visit in visits}
    if asked.physician:
        shown |= {asked.physician.pk}
    words = {None: _("virtual visit")} | {key: place.name for key, place in directory.locations.items()}
    blocks = [
        *(
            Block(
                kind=Kind.SHORT if time.is_short_notice else Kind.FREE,
                physician_id=time.physician_id,
                start=time.start,
                end=time.end,
                zone=time.time_zone,
                place=words.get(time.location_id, ""),
                value=value_of(time),
            )
            for time in free
        ),
        *map(block_of_visit, visits),
        *absence_blocks(shown, window, zone),
    ]
    by_physician: dict[int, list[Block]] = defaultdict(list)
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        by_physician[block.physician_id].append(block)
    known = {visit.physician_id: visit.physician for visit in visits} | directory.physicians
    if asked.physician:
        known |= {asked.physician.pk: asked.physician}
    physicians = sorted((known[key] for key in shown if key in known), key=_by_name)
    closed = {day: names[day] for day in days if day in names}
    return Days(zone=zone, days=days, closed=closed, physicians=physicians, blocks=by_physician, hours=hours)


def _by_name(physician: Physician) -> tuple[str, str, int]:
    return physician.family_name, physician.given_name, physician.pk


def _closings(first: datetime.date, last: datetime.date) -> tuple[ClinicCalendar, dict[datetime.date, str]]:
    """Return the calendar of some days, and the names of those when clinics are closed."""
    rows = {row.date: row for row in Holiday.objects.filter(date__range=(first, last))}
    calendar = ClinicCalendar(
        closed=frozenset(day for day, row in rows.items() if not row.clinics_open),
        open_all_the_same=frozenset(day for day, row in rows.items() if row.clinics_open),
    )
    days = (first + n * DAY for n in range((last - first).days + 1))
    closed = [day for day in days if calendar.is_holiday(day)]
    return calendar, {day: rows[day].name if day in rows else calendar.public_name(day) for day in closed}


def _hours(
    whose: Q | None, calendar: ClinicCalendar, window: DateTimeTZRange, *, first: datetime.date, last: datetime.date
) -> dict[int, list[Session]]:
    """Return the sessions within the window by physician."""
    if whose is None:
        return {}
    hours = Hours(whose, first, last)
    days = (first + n * DAY for n in range((last - first).days + 1))
    found: dict[int, list[Session]] = defaultdict(list)
    for session in [*hours.extra, *(each for day in days for each in hours.by_rule(day, calendar))]:
        if session.start < window.upper and session.end > window.lower:
            found[session.physician_id].append(session)
    return dict(found)
