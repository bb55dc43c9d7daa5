"""Why a free time is outside the schedule. Staff may still book it, with a reason."""

import dataclasses
import datetime
import zoneinfo
from collections.abc import Iterator

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.calendar.sessions import Session
from appointments.models import Appointment, AppointmentRequest, BusyTime, TimeOff, VisitType
from physicians.models import Condition, Location, Physician


@dataclasses.dataclass(frozen=True, kw_only=True)
class Slot:
    """A free time to check for a request.

    `session` is the hours it lies in, and `keeping` the visit that would move there.
    """

    request: AppointmentRequest
    physician: Physician
    location: Location | None
    period: DateTimeTZRange
    zone: str
    session: Session | None
    keeping: Appointment | None


def off_rules(slot: Slot) -> Iterator[str]:
    """Yield a sentence for each rule that the time breaks."""
    name = slot.physician.plain_name
    yield from _not_as_asked(slot)
    if slot.keeping is None and not slot.physician.accepting_new_patients:
        yield _("%(name)s is not taking new patients.") % {"name": name}
    if slot.location is None and not slot.physician.offers_virtual_visits:
        yield _("%(name)s doesn't offer virtual visits.") % {"name": name}
    if TimeOff.objects.filter(physician=slot.physician, period__overlap=slot.period).exists():
        yield _("%(name)s is away at that time.") % {"name": name}
    if slot.session is None:
        yield _not_there(slot)
    elif slot.period.lower < timezone.now() + slot.session.notice:
        yield _("%(name)s needs more notice than this.") % {"name": name}
    if _leaves_no_pause(slot):
        yield _("It leaves no pause before or after another visit.")


def _not_as_asked(slot: Slot) -> Iterator[str]:
    """Yield what the request asks for and the time isn't. A visit that moves stays with what was agreed for it."""
    virtual, wish, keeping = slot.location is None, slot.request.visit_type, slot.keeping
    if keeping is None or keeping.is_virtual != virtual:
        if wish == VisitType.VIRTUAL and not virtual:
            yield _("The patient asked for a video visit.")
        elif wish == VisitType.IN_PERSON and virtual:
            yield _("The patient asked for a visit at a clinic.")
    if (keeping is None or keeping.physician_id != slot.physician.pk) and _treats_something_else(slot):
        words = {"name": slot.physician.plain_name, "condition": slot.request.condition}
        yield _("%(name)s doesn't treat what the request is about: %(condition)s.") % words


def _treats_something_else(slot: Slot) -> bool:
    """Return True if the profile lists conditions, but not the one that the request is about."""
    if slot.request.condition_id is None:
        return False
    treated = set(Condition.objects.filter(physicians=slot.physician).values_list("pk", flat=True))
    return bool(treated) and slot.request.condition_id not in treated


def _not_there(slot: Slot) -> str:
    day = slot.period.lower.astimezone(zoneinfo.ZoneInfo(slot.zone)).date()
    name = slot.physician.plain_name
    calendar, words = ClinicCalendar.load(), {"day": date_format(day, "l, F j")}
    if not calendar.is_clinic_day(day, slot.location.pk if slot.location else None):
        if slot.location and calendar.is_clinic_day(day):
            return _("%(place)s is closed on %(day)s.") % {"place": slot.location.name, **words}
        return _("Clinics are closed on %(day)s.") % words
    if slot.location:
        return _("%(name)s is not at %(place)s at that time.") % {"name": name, "place": slot.location.name}
    return _("%(name)s has no virtual visits at that time.") % {"name": name}


def _leaves_no_pause(slot: Slot) -> bool:
    """Return True if another visit begins too soon after this one, or ends too soon before it."""
    start, end = slot.period.lower, slot.period.upper
    pause = datetime.timedelta(minutes=slot.session.buffer_minutes if slot.session else 0)
    minute = datetime.timedelta(minutes=1)
    others = Appointment.objects.taking_time().filter(physician=slot.physician)
    too_near = Q(period__startswith__gte=end, period__startswith__lt=end + pause) | Q(
        period__endswith__lte=start, period__endswith__gt=start - F("buffer_minutes") * minute
    )
    if slot.keeping:
        others = others.exclude(pk=slot.keeping.pk)
    if others.filter(too_near).exists():
        return True
    busy = BusyTime.objects.filter(physician=slot.physician)
    return busy.filter(period__startswith__gte=end, period__startswith__lt=end + pause).exists()
