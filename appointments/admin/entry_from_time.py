"""What the form for a caller's request has filled in when staff come from a free time of the calendar."""

import zoneinfo
from typing import Any

from django.utils import timezone

from appointments.calendar.clinic_days import is_clinic_day, latest_day
from appointments.models import HalfDay, Source, VisitType
from appointments.services.visits.reservations import Wanted
from physicians.models import Location, Physician

NOON = 12


def answers_for(agreed: Wanted | None) -> dict[str, Any]:
    """Return the kind of visit, the doctor, the clinic and the half day of a time, as far as they can be chosen.

    A time of today is most likely for someone who is here.
    """
    if agreed is None:
        return {}
    virtual = agreed.location_id is None
    answers: dict[str, Any] = {"visit_type": VisitType.VIRTUAL if virtual else VisitType.IN_PERSON}
    physician = Physician.objects.live().filter(pk=agreed.physician_id).first()
    if physician and not physician.why_not(virtual=virtual):
        answers["physician"] = physician.pk
    location = Location.objects.live().filter(pk=agreed.location_id).first()
    if location:
        answers["locations"] = [location.pk]
    local = timezone.localtime(agreed.start, zoneinfo.ZoneInfo(location.time_zone) if location else None)
    if local.date() == timezone.localdate():
        answers["source"] = Source.WALK_IN
    if timezone.localdate() < local.date() <= latest_day() and is_clinic_day(local.date()):
        answers |= {"day_1": local.date(), "half_1": HalfDay.MORNING if local.hour < NOON else HalfDay.AFTERNOON}
    return answers
