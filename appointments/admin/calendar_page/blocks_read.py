"""Read the blocks of some days from the database, in as many statements for fifty physicians as for one."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.select_options import Directory
from appointments.calendar.clinic_days import ClinicCalendar
from appointments.calendar.free_times import free_by_day, hours_of
from appointments.calendar.sessions import Hours, Session, around_each
from appointments.calendar.taken_times import read_taken
from appointments.calendar.time_zones import moment
from appointments.models import Appointment
from physicians.models import Physician

from .absence_blocks import absence_blocks
from .calendar_address import DAY, VIRTUAL, CalendarAddress
from .closed_days_shown import ClosedDays, closed_days
from .free_time_blocks import free_time_blocks
from .time_blocks import Block
from .visit_blocks import block_of_visit, visits_shown

MIDNIGHT = datetime.time()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Days:
    """What was read: the days, which of them are closed, and by physician the blocks and the hours."""

    zone: str
    days: list[datetime.date]
    closed: ClosedDays
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
    around = [first + n * DAY for n in range((last - first).days + 1)]
    rules = Hours(_whose(asked), first, last)
    taken, calendar = read_taken(rules.physician_ids, around_each(around), now=now)
    hours = _sessions(rules, calendar, around, window)
    free = free_by_day(rules, around, taken, calendar, now=now, short_notice=True)
    times = [time for _day, times in free for time in times]
    visits = visits_shown(asked, window, now, with_hours=hours.keys())
    physicians = _physicians(asked, directory, hours.keys(), visits)
    places = {None: _("virtual visit")} | {key: place.name for key, place in directory.locations.items()}
    blocks = [
        *free_time_blocks(times, window, now, places),
        *map(block_of_visit, visits),
        *absence_blocks([physician.pk for physician in physicians], window, zone, visits),
    ]
    closed = closed_days(days, calendar, asked)
    return Days(zone=zone, days=days, closed=closed, physicians=physicians, blocks=_by_physician(blocks), hours=hours)


def _whose(asked: CalendarAddress) -> Q:
    """Return the condition for the hours that are asked for."""
    published = Physician.objects.live()
    whose = hours_of(
        published.filter(pk=asked.physician.pk) if asked.physician else published,
        in_person=asked.place != VIRTUAL,
        virtual=asked.clinic is None,
        locations=[asked.clinic.pk] if asked.clinic else (),
    )
    return Q(pk=None) if whose is None else whose


def _physicians(
    asked: CalendarAddress, directory: Directory, with_hours: Collection[int], visits: Iterable[Appointment]
) -> list[Physician]:
    """Return the physicians that have a column, by name: those with hours, those with visits, the one asked for."""
    of_visits = {visit.physician_id: visit.physician for visit in visits}
    asked_for = {asked.physician.pk: asked.physician} if asked.physician else {}
    known = of_visits | directory.physicians | asked_for
    shown = {*with_hours, *of_visits, *asked_for} & known.keys()
    return sorted((known[key] for key in shown), key=lambda each: (each.family_name, each.given_name, each.pk))


def _by_physician(blocks: Iterable[Block]) -> dict[int, list[Block]]:
    """Return each physician's blocks, in order."""
    found: dict[int, list[Block]] = defaultdict(list)
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        found[block.physician_id].append(block)
    return found


def _sessions(
    rules: Hours, calendar: ClinicCalendar, days: Iterable[datetime.date], window: DateTimeTZRange
) -> dict[int, list[Session]]:
    """Return the sessions within the window by physician."""
    found: dict[int, list[Session]] = defaultdict(list)
    for session in [*rules.extra, *(each for day in days for each in rules.by_rule(day, calendar))]:
        if session.start < window.upper and session.end > window.lower:
            found[session.physician_id].append(session)
    return dict(found)
