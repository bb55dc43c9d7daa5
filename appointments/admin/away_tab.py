"""The tab of the doctors who are away while a visit is booked, or a time is offered, with them."""

import datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from appointments.calendar.doctor_away import visits_without_doctor


def soonest_without_doctor(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Return the requests with `times_without_doctor`: today's visits first, then tomorrow's, and so on."""
    times = visits_without_doctor(now).select_related("physician", "location").order_by("period", "id")
    soonest = times.filter(request=OuterRef("pk")).values("period__startswith")[:1]
    return (
        requests.annotate(away_start=Subquery(soonest))
        .order_by("away_start", "id")
        .prefetch_related(Prefetch("appointments", times, to_attr="times_without_doctor"))
    )
