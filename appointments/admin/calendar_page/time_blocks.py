"""What the calendar shows of a physician's time: one block for each free time, visit, busy time and absence."""

import dataclasses
import datetime
import enum
import zoneinfo
from functools import cached_property

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import Appointment
from appointments.workflow import AppointmentStatus

DAY = datetime.timedelta(days=1)
MIDNIGHT = datetime.time()


class Kind(enum.StrEnum):
    """What a block is; the value is part of its class in the style sheet."""

    FREE = "free"
    SHORT = "short"
    OFFERED = "offered"
    BOOKED = "booked"
    OVER = "over"
    BUSY = "busy"
    PERHAPS = "perhaps"
    OFF = "off"
    CLOSED = "closed"


WORDS = {
    Kind.FREE: gettext_lazy("Free"),
    Kind.SHORT: gettext_lazy("Free, short notice"),
    Kind.BUSY: gettext_lazy("Busy (health record)"),
    Kind.PERHAPS: gettext_lazy("Busy, perhaps (health record)"),
    Kind.OFF: gettext_lazy("Time off"),
    Kind.CLOSED: gettext_lazy("Closed"),
}
BEHIND = {Kind.OFF, Kind.CLOSED}  # fill what nothing else takes


@dataclasses.dataclass(frozen=True, kw_only=True)
class Block:
    """A stretch of one physician's time.

    Attributes:
        start, end: in UTC.
        zone: the IANA zone of its place.
        place: where it is, in words; empty for what is nowhere, such as time off.
        note: what else staff read: the reason for time off, the name of a holiday.
        visit: the booked or offered time.
        value: what a form sends for a free time.
        is_doctor_away: True for a time that the doctor won't be there, as in the tab “Doctor away”.
    """

    kind: Kind
    physician_id: int
    start: datetime.datetime
    end: datetime.datetime
    zone: str
    place: str = ""
    note: str = ""
    visit: Appointment | None = None
    value: str = ""
    is_doctor_away: bool = False

    @cached_property
    def words(self) -> str:
        """Return what it is: “Free”, “Offered until 3 p.m.”, “Busy, perhaps”."""
        if self.kind == Kind.OFFERED and self.visit and self.visit.offer:
            until = self.visit.offer.held_until.astimezone(zoneinfo.ZoneInfo(self.zone))
            return _("Offered until %(when)s") % {"when": _briefly(until)}
        if self.visit:
            return self.visit.get_status_display()
        return str(WORDS[self.kind])

    @property
    def can_move(self) -> bool:
        """Return True for a booked visit whose patient isn't checked in."""
        return self.visit is not None and self.visit.status == AppointmentStatus.BOOKED

    def local(self) -> tuple[datetime.datetime, datetime.datetime]:
        """Return its start and end on the clock of its place."""
        clock = zoneinfo.ZoneInfo(self.zone)
        return self.start.astimezone(clock), self.end.astimezone(clock)

    @property
    def is_behind(self) -> bool:
        """Return True for what visits are in front of: it may be in several cells, and its rows say when it is."""
        return self.kind in BEHIND

    @property
    def is_all_day(self) -> bool:
        """Return True if it takes one whole day."""
        start, end = self.local()
        return start.time() == end.time() == MIDNIGHT and end.date() == start.date() + DAY

    def within(self, window: DateTimeTZRange) -> "Block":
        """Return its part of a day. Visits and free times stay whole: when they begin and end is theirs to say."""
        if self.visit or self.value:
            return self
        start, end = max(self.start, window.lower), min(self.end, window.upper)
        return dataclasses.replace(self, start=start, end=end)

    def clock(self, page_zone: str) -> str:
        """Return when it begins: “9:30 a.m.”, with the zone if it isn't the page's or its offset changes that day."""
        if self.is_all_day:
            return _("All day")
        start, _end = self.local()
        midnight = start.replace(hour=0, minute=0)
        is_plain = self.zone == page_zone and midnight.utcoffset() == (midnight + DAY).utcoffset()
        clock = date_format(start, "g:i a")
        return clock if is_plain else f"{clock} {start.tzname()}"

    def hours(self, page_zone: str) -> str:
        """Return from when to when it is: “9:30 a.m. – 10:00 a.m.”, with the day where it isn't the same."""
        if self.is_all_day:
            return self.clock(page_zone)
        start, end = self.local()
        if end.time() == MIDNIGHT and end.date() == start.date() + DAY:
            until = _("midnight")
        else:
            until = date_format(end, "g:i a" if end.date() == start.date() else "D, N j, g:i a")
        return f"{self.clock(page_zone)} – {until}"


def _briefly(moment: datetime.datetime) -> str:
    """Return “3 p.m.” for a moment of today, otherwise “Tue, 3 p.m.” or “Dec. 8, 3 p.m.”."""
    days = (moment.date() - timezone.localdate(timezone=moment.tzinfo)).days
    if days == 0:
        return date_format(moment, "P")
    return date_format(moment, "D, P" if 0 < days < 7 else "N j, P")
