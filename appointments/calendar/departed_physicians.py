"""Open requests and booked visits that are left with physicians who have gone, or are about to.

None of this is stored. It is read from the current rows, so the list empties as staff work through it.
"""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Count, Exists, OuterRef, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.models import Appointment, AppointmentRequest
from appointments.models.appointment import AppointmentQuerySet
from appointments.models.request_order import OPEN
from appointments.workflow import UNDECIDED
from physicians.models import Departure, Physician

TAB = "left"  # of the desk
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


def visits_with(physicians: Whose, now: datetime.datetime) -> AppointmentQuerySet:
    """Return the upcoming visits booked with them that need another physician."""
    # Said of the whole period, so that the index that keeps a physician's times apart finds them.
    until_now = DateTimeTZRange(None, now, "[]")
    ahead = Appointment.objects.active().filter(physician__in=physicians, period__fully_gt=until_now)
    return ahead.filter(doctor_away__stays=False)


def held_with(physicians: Whose, now: datetime.datetime) -> AppointmentQuerySet:
    """Return the times with them that are offered to patients and not yet answered."""
    return Appointment.objects.held(now).filter(physician__in=physicians)


def held_for_whom(physicians: Whose, now: datetime.datetime) -> AppointmentQuerySet:
    """Return the held times of patients who have no visit yet."""
    return held_with(physicians, now).filter(~Exists(Appointment.objects.active().filter(request=OuterRef("request"))))


def naming(physicians: Whose) -> QuerySet[AppointmentRequest]:
    """Return the open requests that name them.

    A request doesn't count once a visit is booked or another physician's times are offered.
    """
    named = AppointmentRequest.objects.filter(OPEN, physician__in=physicians, status__in=UNDECIDED)
    return named.filter(~Exists(Appointment.objects.active().filter(request=OuterRef("pk"))))


def affected_by(physician: Physician) -> Affected:
    """Count the requests and visits of a physician, published or not."""
    return affected_by_each([physician], timezone.now()).get(physician.pk, Affected(requests=0, visits=0))


def affected_by_each(physicians: Whose, now: datetime.datetime) -> dict[int, Affected]:
    """Count the requests and visits of each physician who has any, in one query."""
    visits = _by_physician("visits", visits_with(physicians, now), Count("pk"))
    offered = _by_physician("requests", held_for_whom(physicians, now), Count("request", distinct=True))
    named = _by_physician("requests", naming(physicians), Count("pk"))
    found: dict[int, dict[str, int]] = defaultdict(lambda: {"requests": 0, "visits": 0})
    for what, key, number in visits.union(offered, named, all=True):
        found[key][what] += number
    return {key: Affected(**numbers) for key, numbers in found.items()}


def _by_physician(what: str, rows: QuerySet[Any], number: Count) -> QuerySet[Any, Any]:
    counted = rows.order_by().values("physician").annotate(number=number)
    return counted.values_list(Value(what), "physician", "number")
