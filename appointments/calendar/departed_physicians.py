"""Open requests and booked visits that are left with physicians who have gone, or are about to.

None of this is stored. It is read from the current rows, so the list empties as staff work through it.
"""

import dataclasses
import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import BigIntegerField, Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.models import Appointment, AppointmentChange, AppointmentRequest
from appointments.models.appointment import AppointmentQuerySet
from appointments.workflow import Status
from physicians.models import Departure, Physician

TAB = "left"  # of the desk
UNDECIDED = (Status.SUBMITTED, Status.IN_REVIEW, Status.WAITING_ON_PATIENT, Status.WAITLISTED)
Whose = QuerySet[Physician] | Collection[Physician]


@dataclasses.dataclass(frozen=True)
class Affected:
    """How many requests and visits need another physician. A request with a booked visit counts as a visit only."""

    requests: int
    visits: int

    def __str__(self) -> str:
        """Return both numbers in words: “3 open requests and 2 booked visits”."""
        return _("%(requests)s and %(visits)s") % {
            "requests": ngettext("%(count)d open request", "%(count)d open requests", self.requests)
            % {"count": self.requests},
            "visits": ngettext("%(count)d booked visit", "%(count)d booked visits", self.visits)
            % {"count": self.visits},
        }


def departed() -> QuerySet[Physician]:
    """Return the physicians who have left, without those who were published again."""
    return Physician.objects.filter(Exists(Departure.objects.filter(physician=OuterRef("pk"))), live=False)


def stays_despite_departure() -> Exists:
    """Return the condition for visits that take place anyway, as staff wrote down after the physician had left."""
    left = Departure.objects.filter(physician=OuterRef(OuterRef("physician"))).order_by("-recorded_at")
    return Exists(
        AppointmentChange.objects.filter(
            appointment=OuterRef("pk"),
            sequence=OuterRef("sequence"),
            kind=AppointmentChange.Kind.STAYS,
            at__gte=Subquery(left.values("recorded_at")[:1]),
        )
    )


def visits_with(physicians: Whose, now: datetime.datetime) -> AppointmentQuerySet:
    """Return the upcoming visits booked with them that need another physician."""
    ahead = Appointment.objects.active().filter(physician__in=physicians, period__startswith__gt=now)
    return ahead.filter(~stays_despite_departure())


def held_with(physicians: Whose, now: datetime.datetime) -> AppointmentQuerySet:
    """Return the times with them that are offered to patients and not yet answered."""
    return Appointment.objects.held(now).filter(physician__in=physicians)


def booked(physicians: Whose, now: datetime.datetime) -> Q:
    """Return the condition for requests whose visit is booked with them."""
    return Q(pk__in=visits_with(physicians, now).order_by().values("request"))


def waiting(physicians: Whose, now: datetime.datetime) -> Q:
    """Return the condition for open requests that name them, or that were offered a time with them.

    A request that names them doesn't count once a visit is booked or another physician's times are offered.
    """
    named = Q(physician__in=physicians, status__in=UNDECIDED)
    offered = Q(pk__in=held_with(physicians, now).order_by().values("request"))
    return (named | offered) & ~Q(pk__in=Appointment.objects.active().order_by().values("request"))


def affected_by(physician: Physician) -> Affected:
    """Count the requests and visits of a physician, published or not."""
    now = timezone.now()
    counts = AppointmentRequest.objects.aggregate(
        requests=Count("pk", filter=waiting([physician], now)), visits=Count("pk", filter=booked([physician], now))
    )
    return Affected(**counts)


def with_who_left(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Annotate requests with `who_left`, the physician's key, and `left_start`, the time booked or offered there."""
    gone = departed()
    visit = visits_with(gone, now).filter(request=OuterRef("pk")).in_order()
    held = held_with(gone, now).filter(request=OuterRef("pk")).in_order()
    return requests.annotate(
        who_left=Coalesce(
            Subquery(visit.values("physician")[:1]),
            Subquery(held.values("physician")[:1]),
            F("physician"),
            output_field=BigIntegerField(),
        ),
        left_start=Coalesce(
            Subquery(visit.values("period__startswith")[:1]),
            Subquery(held.values("period__startswith")[:1]),
            output_field=DateTimeField(),
        ),
    )
