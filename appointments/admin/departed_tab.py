"""The tab of the doctors who left: who they are, and which requests and visits depend on them."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from appointments.calendar.departed_physicians import (
    Affected,
    affected_by_each,
    departed,
    held_for_whom,
    held_with,
    naming,
    visits_with,
)
from appointments.models.request_order import PRESSING
from physicians.models import Departure, Physician


@dataclasses.dataclass(frozen=True)
class WhoLeft:
    """A doctor who left, and the requests and visits that still depend on them."""

    departure: Departure
    affected: Affected


def with_times(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Return the requests with the times booked or offered with a doctor who left."""
    gone = departed()
    times = (visits_with(gone, now) | held_with(gone, now)).select_related("physician", "location").in_order()
    return requests.prefetch_related(Prefetch("appointments", times, to_attr="times_with_who_left"))


def waiting_requests(now: datetime.datetime) -> QuerySet[Any]:
    """Return the keys of the requests that depend on a doctor who left."""
    gone = departed()
    visits, held = visits_with(gone, now).order_by().values("request"), held_for_whom(gone, now).order_by()
    return visits.union(held.values("request"), naming(gone).order_by().values("pk"), all=True)


def soonest_first(now: datetime.datetime, most: int) -> list[int]:
    """Return the keys of the first requests: by the time booked or offered, then those that only name the doctor."""
    gone = departed()
    begin = ("period__startswith", "request")
    visits = visits_with(gone, now).order_by(*begin).values_list(*begin)
    held = held_for_whom(gone, now).order_by(*begin).values_list(*begin)
    soonest = sorted(visits[:most].union(held[: 3 * most], all=True))
    named = naming(gone).order_by(*PRESSING).values_list("pk", flat=True)[:most]
    return list(dict.fromkeys([*(key for _start, key in soonest), *named]))[:most]


def doctors_who_left(now: datetime.datetime) -> list[WhoLeft]:
    """Return the doctors with work left for the desk, the latest departure first, in two queries."""
    affected = affected_by_each(departed(), now)
    return [WhoLeft(departure, affected[departure.physician_id]) for departure in latest_departures(affected)]


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
