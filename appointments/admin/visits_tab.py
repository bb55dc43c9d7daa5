"""The tabs about booked visits: of today, without an outcome, unknown to the health record."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import DateField, DateTimeField, F, Func, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast

from appointments.models import Appointment
from appointments.models.appointment import AppointmentQuerySet

DAY = datetime.timedelta(days=1)


def _local_date(moment: Any) -> Cast:
    """Return the date of a moment in the visit's time zone."""
    local = Func(F("time_zone"), moment, function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())


def todays_visits(now: datetime.datetime) -> AppointmentQuerySet:
    """Return today's booked visits, in the time zone of each place."""
    near = Appointment.objects.active().filter(period__startswith__range=(now - DAY, now + DAY))
    today = _local_date(Value(now, DateTimeField()))
    return near.annotate(day=_local_date(F("period__startswith"))).filter(day=today)


def visits_without_outcome(now: datetime.datetime) -> AppointmentQuerySet:
    """Return the visits of which someone has to say whether they took place."""
    return Appointment.objects.without_outcome(now)


def unrecorded_visits() -> QuerySet[Appointment]:
    """Return the booked visits that the health record doesn't know, or doesn't know as they are now."""
    unknown = Q(visit_number="") | Q(recorded_sequence=None) | ~Q(recorded_sequence=F("sequence"))
    return Appointment.objects.active().filter(unknown)


def with_visits(visits: QuerySet[Any]) -> Q:
    """Return a filter for requests with one of these visits."""
    return Q(pk__in=Subquery(visits.order_by().values("request")))


def in_order_of_visit(
    visits_of: Callable[[datetime.datetime], AppointmentQuerySet],
) -> Callable[[QuerySet[Any], datetime.datetime], QuerySet[Any]]:
    """Return a tab's `prepared`: its requests with these visits as `visits_shown`, the earliest first."""

    def prepare(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
        visits = visits_of(now).select_related("physician", "location")
        start = visits.filter(request=OuterRef("pk")).order_by().values("period__startswith")[:1]
        return (
            requests.annotate(visit_start=Subquery(start))
            .order_by("visit_start", "id")
            .prefetch_related(Prefetch("appointments", visits, to_attr="visits_shown"))
        )

    return prepare
