"""May this time be given to this patient? Asked under the lock of the physician's row."""

import dataclasses
import datetime
import itertools
import zoneinfo
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.calendar.rule_exceptions import Slot, off_rules
from appointments.calendar.sessions import Session, sessions_on
from appointments.guards.refusals import NotLicensed, OffRules, Refused, TimeTaken
from appointments.models import Appointment, AppointmentRequest, BusyTime, TimeOff
from physicians.models import Location, Physician
from physicians.states import state_name

DEFAULT_MINUTES = 30
SHORTEST, LONGEST = 5, 480  # minutes
DAYTIME = range(6, 22)  # hours at which a visit can begin that no rule offers; at others “a.m.” was a slip


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wanted:
    """A time that somebody has chosen. Without a location it is a virtual visit; without minutes as the rules say."""

    physician_id: int
    location_id: int | None
    start: datetime.datetime
    minutes: int | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reserved:
    """A time that may be written. `off_rules_reason` is empty for one that the rules offer."""

    physician: Physician
    location: Location | None
    period: DateTimeTZRange
    buffer_minutes: int
    time_zone: str
    off_rules_reason: str = ""

    def columns(self) -> dict[str, Any]:
        """Return the values of the visit's own columns."""
        names = ("physician", "location", "period", "buffer_minutes", "time_zone")
        return {name: getattr(self, name) for name in names}


def reserve(
    request: AppointmentRequest,
    wanted: Wanted,
    *,
    physicians: dict[int, Physician],
    off_rules_reason: str = "",
    keeping: Appointment | None = None,
) -> Reserved:
    """Return what to write for a wanted time, or say in a sentence why not.

    Arguments:
        request: the locked request.
        wanted: the time; in UTC or any other zone.
        physicians: the locked physicians by key (`lock_physicians`).
        off_rules_reason: why a time is taken that the rules do not offer; ignored for one that they do.
        keeping: the visit that is moved: its own time is not in the way.

    Raises Refused for what is never possible (a time that has passed, an unknown physician or place, a length),
    NotLicensed, TimeTaken, and OffRules, which a reason overcomes.
    """
    physician = physicians.get(wanted.physician_id)
    if physician is None or not physician.live:
        raise Refused(_("This physician is no longer in the directory. Choose another."))
    location = None
    if wanted.location_id is not None:
        location = Location.objects.live().filter(pk=wanted.location_id).first()
        if location is None:
            raise Refused(_("This location is no longer in the directory. Choose another."))
    check_moment(wanted.start)
    if location is None:
        check_license(physician, request.patient_state)
    zone = location.time_zone if location else settings.TIME_ZONE
    session = _session_of(wanted, zone)
    if session is None and wanted.start.astimezone(zoneinfo.ZoneInfo(zone)).hour not in DAYTIME:
        raise Refused(_("This time is in the night. Check a.m. and p.m."))
    minutes = wanted.minutes or (session.visit_minutes if session else DEFAULT_MINUTES)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(_("A visit takes 5 to 480 minutes."))
    period = DateTimeTZRange(wanted.start, wanted.start + datetime.timedelta(minutes=minutes))
    if session and period.upper > session.end:
        session = None
    pause = session.buffer_minutes if session else 0
    _check_taken(physician, period, zone, keeping)
    slot = Slot(physician=physician, location=location, period=period, zone=zone, session=session, keeping=keeping)
    problems = list(off_rules(slot))
    if problems and not off_rules_reason.strip():
        raise OffRules(" ".join([*problems, _("Say why it is right all the same, or choose another time.")]))
    return Reserved(
        physician=physician,
        location=location,
        period=period,
        buffer_minutes=pause,
        time_zone=zone,
        off_rules_reason=off_rules_reason.strip()[:200] if problems else "",
    )


def check_still_possible(request: AppointmentRequest, held: Appointment, standing: Appointment | None) -> None:
    """Say in a sentence why a time that is held for a locked request can no longer be booked; else do nothing.

    Time off that was known when the time was offered is the reason that it carries. `standing` is the visit that is
    moved there. Raises Refused, NotLicensed and TimeTaken.
    """
    if not held.physician.live:
        raise Refused(
            _("%(name)s is no longer in our directory. Nothing was booked.") % {"name": held.physician.plain_name}
        )
    if held.is_virtual:
        check_license(held.physician, request.patient_state)
    check_not_busy(held.physician, held.period, held.time_zone, standing)
    away = TimeOff.objects.filter(physician=held.physician, period__overlap=held.period)
    if not held.off_rules_reason and away.exists():
        raise TimeTaken(_("%(name)s is away at that time.") % {"name": held.physician.plain_name})


def refuse_overlaps(reserved: Sequence[Reserved]) -> None:
    """Raise Refused when two times of one physician overlap each other."""
    ordered = sorted(reserved, key=lambda one: (one.physician.pk, one.period.lower))
    for first, second in itertools.pairwise(ordered):
        if first.physician == second.physician and second.period.lower < first.period.upper:
            raise Refused(_("Two of the chosen times overlap each other."))


def check_moment(start: datetime.datetime) -> None:
    """Raise Refused for a time that has passed, or that lies so far ahead that the date must be wrong."""
    now = timezone.now()
    if start <= now:
        raise Refused(_("This time has passed. Choose one in the future."))
    if start > now + datetime.timedelta(days=settings.APPOINTMENTS_LATEST_BOOKING_DAYS):
        raise Refused(_("This is more than a year ahead. Check the date."))


def check_license(physician: Physician, state: str) -> None:
    """Raise NotLicensed unless the physician may see by video a patient who is in `state` (two letters, or empty)."""
    if not state:
        raise NotLicensed(
            _("Ask first in which state the patient will be: a virtual visit needs a license for that state.")
        )
    if state not in physician.licensed_states:
        raise NotLicensed(
            _("%(name)s is not licensed to see patients who are in %(state)s during a virtual visit.")
            % {"name": physician.plain_name, "state": state_name(state)}
        )


def _session_of(wanted: Wanted, zone: str) -> Session | None:
    """Return the hours that hold the beginning of the wanted time, at the wanted place."""
    day = wanted.start.astimezone(zoneinfo.ZoneInfo(zone)).date()
    return next(
        (
            session
            for session in sessions_on(wanted.physician_id, day)
            if session.location_id == wanted.location_id and session.start <= wanted.start < session.end
        ),
        None,
    )


def _clock(moment: datetime.datetime, zone: str) -> str:
    return date_format(moment.astimezone(zoneinfo.ZoneInfo(zone)), "g:i a")


def _from_to(period: DateTimeTZRange, zone: str) -> dict[str, str]:
    return {"start": _clock(period.lower, zone), "end": _clock(period.upper, zone)}


def _check_taken(physician: Physician, period: DateTimeTZRange, zone: str, keeping: Appointment | None) -> None:
    """Raise TimeTaken where a visit or the health record has the time; no reason overcomes that."""
    others = Appointment.objects.taking_time().filter(physician=physician, period__overlap=period)
    if keeping:
        others = others.exclude(pk=keeping.pk)
    if other := others.first():
        raise TimeTaken(
            _("%(name)s has another visit from %(start)s to %(end)s. Choose another time.")
            % {"name": physician.plain_name, **_from_to(other.period, zone)}
        )
    check_not_busy(physician, period, zone, keeping)


def check_not_busy(physician: Physician, period: DateTimeTZRange, zone: str, keeping: Appointment | None) -> None:
    """Raise TimeTaken where the health record's calendar has the time; the time of the visit `keeping` is its own."""
    busy = BusyTime.objects.filter(physician=physician, period__overlap=period)
    if keeping:
        # The visit's own old time, as the health record has given it back.
        busy = busy.exclude(period=keeping.period, visit_number="")
        if keeping.visit_number:
            busy = busy.exclude(visit_number=keeping.visit_number)
    if taken := busy.first():
        raise TimeTaken(
            _("In the health record's calendar %(name)s is busy from %(start)s to %(end)s. Choose another time.")
            % {"name": physician.plain_name, **_from_to(taken.period, zone)}
        )
