"""What has been agreed with patients or offered to them, read at once for all requests of a list."""

import dataclasses
from collections.abc import Collection

from django.db.models import Q
from django.utils import timezone

from appointments.models import Appointment
from appointments.workflow import ACTIVE, AppointmentStatus


@dataclasses.dataclass
class AgreedTimes:
    """The booked visit of a request, or the times that an open offer holds for its patient, the soonest first."""

    visit: Appointment | None = None
    offered: list[Appointment] = dataclasses.field(default_factory=list)

    @property
    def is_up(self) -> bool:
        """Return True if the time to answer the offer is over."""
        return any(time.offer is not None and time.offer.held_until <= timezone.now() for time in self.offered)


def agreed_times(request_keys: Collection[int]) -> dict[int, AgreedTimes]:
    """Return what is agreed or offered, by the key of the request, in one query."""
    held = Q(status=AppointmentStatus.PENDING, offer__outcome="")
    times = (
        Appointment.objects.filter(Q(status__in=ACTIVE) | held, request__in=request_keys)
        .select_related("physician", "location", "offer")
        .order_by("period", "pk")
    )
    found: dict[int, AgreedTimes] = {}
    for time in times:
        agreed = found.setdefault(time.request_id, AgreedTimes())
        if time.status in ACTIVE:
            agreed.visit = time
        else:
            agreed.offered.append(time)
    return found
