"""The tab of the doctors who are away while a visit is booked, or a time is offered, with them."""

import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from appointments.calendar.doctor_away import found_without_doctor, visits_without_doctor


def requests_without_doctor(now: datetime.datetime) -> QuerySet[Any, Any]:
    """Return the keys of the requests."""
    return found_without_doctor(now, "request")


def soonest_absences(now: datetime.datetime, most: int) -> list[int]:
    """Return the keys of the first requests, today's times first, then tomorrow's, and so on."""
    times = sorted(found_without_doctor(now, "period__startswith", "request"))
    return list(dict.fromkeys(key for _start, key in times))[:most]


def soonest_without_doctor(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Return the requests with `times_without_doctor`, the soonest first."""
    times = visits_without_doctor(now).select_related("physician", "location").order_by("period", "id")
    return requests.prefetch_related(Prefetch("appointments", times, to_attr="times_without_doctor"))
