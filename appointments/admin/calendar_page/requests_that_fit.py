"""The waiting requests that a free time would suit, for staff who start from the time."""

import datetime
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from appointments.models import AppointmentRequest, HalfDay, PreferredLocation, PreferredTime, VisitType
from appointments.models.request_order import OPEN, PRESSING
from appointments.services.visits.reservations import Wanted
from appointments.workflow import UNDECIDED
from physicians.models import Condition, Physician

MOST = 8
NOON = 12


def requests_that_fit(
    wanted: Wanted, physician: Physician, local: datetime.datetime
) -> tuple[list[AppointmentRequest], list[AppointmentRequest]]:
    """Return the first requests that name this half day, and the first of the others; the most pressing come first.

    Args:
        wanted: the free time.
        physician: its physician.
        local: when it begins, on the clock of its place.
    """
    waiting = _waiting(wanted, physician).order_by(*PRESSING).select_related("condition", "physician")
    half = HalfDay.MORNING if local.hour < NOON else HalfDay.AFTERNOON
    keys = PreferredTime.objects.filter(date=local.date(), half=half).values("request")
    wished = list(waiting.filter(pk__in=keys)[:MOST])
    others = waiting.exclude(pk__in=[request.pk for request in wished])
    return wished, list(others[: MOST - len(wished)])


def _waiting(wanted: Wanted, physician: Physician) -> QuerySet[Any]:
    """Return the requests that wait for a time, or for another one, and that this physician could see in that way."""
    fitting = AppointmentRequest.objects.filter(OPEN, status__in=UNDECIDED)
    treated = Condition.objects.filter(physicians=physician)
    fitting = fitting.filter(
        Q(physician=physician) | Q(physician=None, condition=None) | Q(physician=None, condition__in=treated)
    )
    if wanted.location_id is None:
        return fitting.exclude(visit_type=VisitType.IN_PERSON).filter(patient_state__in=physician.licensed_states)
    return fitting.exclude(visit_type=VisitType.VIRTUAL).filter(_would_come_to(wanted.location_id))


def _would_come_to(location_id: int) -> Q:
    """Return the condition that the patient named this clinic, or none.

    It's a single value for each request: two EXISTS with OR would be answered from the wishes of all requests.
    """
    wishes = PreferredLocation.objects.filter(appointmentrequest=OuterRef("pk"))
    named: QuerySet[Any, Any] = (
        wishes.order_by().values("appointmentrequest").annotate(named=BoolOr(Q(location=location_id)))
    )
    return Q(Coalesce(Subquery(named.values("named")), True))
