"""The visits and the offered times that the calendar shows."""

import datetime
from collections.abc import Collection

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.calendar.doctor_away import REASONS, with_absence
from appointments.calendar.taken_times import holding_time
from appointments.models import Appointment
from appointments.workflow import OVER, AppointmentStatus

from .calendar_address import DAY, CalendarAddress
from .time_blocks import Block, Kind

BESIDE = ("request", "offer", "physician", "location")
# What is read of each visit: requests and profiles are long.
SHOWN = (
    *(
        "period",
        "time_zone",
        "status",
        "visit_number",
        "request__legal_name",
        "request__reference",
        "offer__held_until",
    ),
    *("location__name", "physician__given_name", "physician__family_name", "physician__credentials"),
)
LONGEST_VISIT = DAY  # how far back a visit may begin that is still going on
KINDS = {AppointmentStatus.PENDING: Kind.OFFERED} | dict.fromkeys(OVER, Kind.OVER)


def visits_shown(
    asked: CalendarAddress, window: DateTimeTZRange, now: datetime.datetime, *, with_hours: Collection[int]
) -> list[Appointment]:
    """Return the visits and offered times of those who work at the place, or have one of these there."""
    found = with_absence(holding_time(now).filter(period__overlap=window))
    if asked.physician:
        found = found.filter(physician=asked.physician)
    visits = list(found.select_related(*BESIDE).only(*SHOWN))
    if window.lower <= now:
        past = Appointment.objects.filter(
            status__in=OVER,
            period__startswith__range=(window.lower - LONGEST_VISIT, window.upper),
            period__overlap=window,
        )
        if asked.physician:
            past = past.filter(physician=asked.physician)
        visits += past.select_related(*BESIDE).only(*SHOWN)
    if asked.place is None:
        return visits
    key = asked.clinic.pk if asked.clinic else None
    there = {visit.physician_id for visit in visits if visit.location_id == key}.union(with_hours)
    return [visit for visit in visits if visit.physician_id in there]


def block_of_visit(visit: Appointment) -> Block:
    """Return the block of a visit or an offered time, read by `visits_shown`."""
    away = any(getattr(visit, name, False) for name in REASONS)
    return Block(
        kind=KINDS.get(AppointmentStatus(visit.status), Kind.BOOKED),
        physician_id=visit.physician_id,
        start=visit.start,
        end=visit.end,
        zone=visit.time_zone,
        place=visit.location.name if visit.location else _("virtual visit"),
        is_doctor_away=away and visit.end > timezone.now(),
        visit=visit,
    )
