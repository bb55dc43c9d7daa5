"""The tab of the doctors who left: who they are, and which requests and visits depend on them."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, Prefetch, QuerySet

from appointments.calendar.departed_physicians import (
    Affected,
    booked,
    departed,
    held_with,
    visits_with,
    waiting,
    with_who_left,
)
from appointments.models import AppointmentRequest
from physicians.models import Departure, Physician


@dataclasses.dataclass(frozen=True)
class WhoLeft:
    """A doctor who left, and the requests and visits that still depend on them."""

    departure: Departure
    affected: Affected


def worklist(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Return the requests with the time booked or offered with a doctor who left, the soonest first."""
    gone = departed()
    times = (visits_with(gone, now) | held_with(gone, now)).select_related("physician", "location").in_order()
    return (
        with_who_left(requests, now)
        .order_by(F("left_start").asc(nulls_last=True), *requests.query.order_by)
        .prefetch_related(Prefetch("appointments", times, to_attr="times_with_who_left"))
    )


def doctors_who_left(now: datetime.datetime) -> list[WhoLeft]:
    """Return the doctors with work left for the desk, the latest departure first, in two queries."""
    gone = departed()
    has_visit, waits = booked(gone, now), waiting(gone, now)
    counts = {
        physician_id: Affected(requests=requests, visits=visits)
        for physician_id, requests, visits in with_who_left(AppointmentRequest.objects.filter(has_visit | waits), now)
        .order_by()
        .values("who_left")
        .annotate(requests=Count("pk", filter=waits), visits=Count("pk", filter=has_visit))
        .values_list("who_left", "requests", "visits")
    }
    return [WhoLeft(departure, counts[departure.physician_id]) for departure in latest_departures(counts)]


def latest_departures(physician_ids: Iterable[int]) -> list[Departure]:
    """Return the last departure of each unpublished physician among these, the latest first."""
    departures = (
        Departure.objects.filter(physician__in=list(physician_ids), physician__live=False)
        .select_related("physician", "recorded_by")
        .order_by("physician_id", "-recorded_at", "-id")
        .distinct("physician_id")
    )
    return sorted(departures, key=lambda departure: departure.recorded_at, reverse=True)


def departures_of(physicians: Iterable[Physician | None]) -> list[Departure]:
    """Return the departures among the physicians of a request: no query while all of them are here."""
    gone = {physician.pk for physician in physicians if physician is not None and not physician.live}
    return latest_departures(gone) if gone else []
