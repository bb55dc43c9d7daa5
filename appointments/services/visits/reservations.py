"""Check that a time can be given to a patient, with the physician's row locked."""

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
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.calendar.booking_window import longest_ahead
from appointments.calendar.doctor_away import absences
from appointments.calendar.rule_exceptions import Slot, off_rules
from appointments.calendar.sessions import Session, sessions_on
from appointments.guards.refusals import NotLicensed, OffRules, Refused, TimeTaken
from appointments.models import Appointment, AppointmentRequest, BusyTime, TimeOff
from appointments.workflow import AppointmentStatus
from physicians.models import Location, Physician
from physicians.states import state_name

TOO_FAR_AHEAD = gettext_lazy("This is more than a year ahead. Check the date.")

TIME_HAS_PASSED = gettext_lazy("This time has passed. Choose one in the future.")

DEFAULT_MINUTES = 30
SHORTEST, LONGEST = 5, 480  # minutes
VISIT_LENGTH = format_lazy(
    gettext_lazy("A visit takes {shortest} to {longest} minutes."), shortest=SHORTEST, longest=LONGEST
)
DAYTIME = range(6, 22)  # hours at which a visit outside the schedule may begin; at others, a.m. and p.m. were mixed up


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wanted:
    """A time that someone chose. No location means a virtual visit; no minutes means the schedule's visit length."""

    physician_id: int
    location_id: int | None
    start: datetime.datetime
    minutes: int | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reserved:
    """A time that may be written. `off_rules_reason` is empty if the time is on the physician's schedule."""

    physician: Physician
    location: Location | None
    period: DateTimeTZRange
    buffer_minutes: int
    time_zone: str
    off_rules_reason: str = ""
    despite: Sequence[DateTimeTZRange] = ()  # the absences that were let pass: with a reason, or as the visit's own
    outside_hours: bool = False

    def what_staff_know(self) -> dict[str, Any]:
        """Return the values of the history row: what speaks against the time and was let pass."""
        return {"despite": self.despite, "outside_hours": self.outside_hours}

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
    """Return what to write for a wanted time, or say in a sentence why it can't be had.

    Args:
        request: the locked request.
        wanted: the time, in UTC or any other zone.
        physicians: the locked physicians by key (`lock_physicians`).
        off_rules_reason: why a time outside the schedule is taken; ignored for any other time.
        keeping: the visit that is being moved, whose own time isn't in the way.

    Raises Refused for what is never possible (a time in the past, an unknown physician or place, an impossible
    length), NotLicensed, TimeTaken, and OffRules if the time is outside the schedule and no reason is given.
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
        raise Refused(_("This time is at night. Check a.m. and p.m."))
    minutes = wanted.minutes or (session.visit_minutes if session else DEFAULT_MINUTES)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(VISIT_LENGTH)
    period = DateTimeTZRange(wanted.start, wanted.start + datetime.timedelta(minutes=minutes))
    if session and period.upper > session.end:
        session = None
    pause = session.buffer_minutes if session else 0
    _check_taken(physician, period, zone, keeping)
    slot = Slot(
        request=request,
        physician=physician,
        location=location,
        period=period,
        zone=zone,
        session=session,
        keeping=keeping,
    )
    problems = list(off_rules(slot))
    if problems and not off_rules_reason.strip():
        raise OffRules(" ".join([*problems, _("Give a reason to book it anyway, or choose another time.")]))
    return Reserved(
        physician=physician,
        location=location,
        period=period,
        buffer_minutes=pause,
        time_zone=zone,
        off_rules_reason=off_rules_reason.strip()[:200] if problems else "",
        despite=absences(physician.pk, period, zone, wanted.location_id),
        outside_hours=session is None,
    )


def check_still_possible(request: AppointmentRequest, held: Appointment, active: Appointment | None) -> None:
    """Raise Refused, NotLicensed or TimeTaken if a time held for a locked request can no longer be booked.

    Time off doesn't count if the time was offered with a reason, since staff knew of it then. `active` is the visit
    that moves there.
    """
    if not held.physician.live:
        raise Refused(
            _("%(name)s is no longer in our directory. Nothing was booked.") % {"name": held.physician.plain_name}
        )
    if held.is_virtual:
        check_license(held.physician, request.patient_state)
    check_not_busy(held.physician, held.period, held.time_zone, active)
    if Appointment.objects.filter(doctor_away__has_no_hours=True, pk=held.pk).exists():
        name = held.physician.plain_name
        raise TimeTaken(_("%(name)s no longer has hours at this time. Nothing was booked.") % {"name": name})
    away = TimeOff.objects.filter(physician=held.physician, period__overlap=held.period)
    if not held.off_rules_reason and away.exists():
        raise TimeTaken(_("%(name)s is away at that time.") % {"name": held.physician.plain_name})


def refuse_overlaps(reserved: Sequence[Reserved]) -> None:
    """Raise Refused when two times of one physician overlap each other."""
    ordered = sorted(reserved, key=lambda one: (one.physician.pk, one.period.lower))
    for first, second in itertools.pairwise(ordered):
        if first.physician == second.physician and second.period.lower < first.period.upper:
            raise Refused(_("Two of the chosen times overlap."))


def check_moment(start: datetime.datetime) -> None:
    """Raise Refused for a time in the past, or so far ahead that the date must be wrong."""
    now = timezone.now()
    if start <= now:
        raise Refused(TIME_HAS_PASSED)
    if start > now + longest_ahead():
        raise Refused(TOO_FAR_AHEAD)


def check_license(physician: Physician, state: str) -> None:
    """Raise NotLicensed unless the physician may see a patient by video in `state` (two letters, or empty)."""
    if not state:
        raise NotLicensed(_("Ask which state the patient will be in: a virtual visit needs a license for that state."))
    if state not in physician.licensed_states:
        raise NotLicensed(
            _("%(name)s isn't licensed to see patients by video in %(state)s.")
            % {"name": physician.plain_name, "state": state_name(state)}
        )


def _session_of(wanted: Wanted, zone: str) -> Session | None:
    """Return the session at the wanted place in which the visit begins, one that it also ends in if there is one."""
    day = wanted.start.astimezone(zoneinfo.ZoneInfo(zone)).date()
    begun = [
        session
        for session in sessions_on(wanted.physician_id, day)
        if session.location_id == wanted.location_id and session.start <= wanted.start < session.end
    ]
    return next((session for session in begun if _end(wanted, session) <= session.end), begun[0] if begun else None)


def _end(wanted: Wanted, session: Session) -> datetime.datetime:
    return wanted.start + datetime.timedelta(minutes=wanted.minutes or session.visit_minutes)


def _clock(moment: datetime.datetime, zone: str) -> str:
    return date_format(moment.astimezone(zoneinfo.ZoneInfo(zone)), "g:i a")


def _from_to(period: DateTimeTZRange, zone: str) -> dict[str, str]:
    return {"start": _clock(period.lower, zone), "end": _clock(period.upper, zone)}


def _check_taken(physician: Physician, period: DateTimeTZRange, zone: str, keeping: Appointment | None) -> None:
    """Raise TimeTaken if another visit or the health record has the time. No reason overrides that."""
    others = Appointment.objects.taking_time().filter(physician=physician, period__overlap=period)
    if keeping:
        others = others.exclude(pk=keeping.pk)
    if other := others.first():
        if other.status == AppointmentStatus.PENDING:
            why = _("%(name)s: %(start)s to %(end)s is held for another patient, so choose another time.")
        else:
            why = _("%(name)s has another visit from %(start)s to %(end)s, so choose another time.")
        raise TimeTaken(why % {"name": physician.plain_name, **_from_to(other.period, zone)})
    check_not_busy(physician, period, zone, keeping)


def check_not_busy(physician: Physician, period: DateTimeTZRange, zone: str, keeping: Appointment | None) -> None:
    """Raise TimeTaken if the health record's calendar has the time, other than for the visit `keeping`."""
    busy = BusyTime.objects.filter(physician=physician, period__overlap=period)
    if keeping:
        # This may be the visit's own old time, exported from the health record without a number.
        busy = busy.exclude(period=keeping.period, visit_number="")
        if keeping.visit_number:
            busy = busy.exclude(visit_number=keeping.visit_number)
    if taken := busy.first():
        raise TimeTaken(
            _("%(name)s is busy from %(start)s to %(end)s in the health record's calendar. Choose another time.")
            % {"name": physician.plain_name, **_from_to(taken.period, zone)}
        )
