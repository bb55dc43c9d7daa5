"""A request as the desk sees it at one moment: what its actions depend on."""

import dataclasses
import datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from appointments.models import Appointment, AppointmentRequest, Offer
from appointments.services.visits.visit_day import is_today
from appointments.workflow import AppointmentStatus, Status

from .unseen_changes import with_unseen_changes

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclasses.dataclass(frozen=True)
class RecordState:
    """A request, its visit that stands and its offer that waits for an answer, and who looks at it."""

    record: AppointmentRequest
    visit: Appointment | None
    offer: Offer | None
    staff: "AbstractUser"
    now: datetime.datetime

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing more is to be done."""
        return self.record.status == Status.CLOSED

    @property
    def is_mine(self) -> bool:
        """Tell whether whoever looks works on it."""
        return self.record.claimed_by_id == self.staff.pk

    @property
    def has_arrived(self) -> bool:
        """Tell whether the patient is checked in."""
        return self.visit is not None and self.visit.status == AppointmentStatus.ARRIVED

    @property
    def visit_is_booked(self) -> bool:
        """Tell whether a visit stands whose patient is not checked in."""
        return self.visit is not None and self.visit.status == AppointmentStatus.BOOKED

    @property
    def visit_is_today(self) -> bool:
        """Tell whether the visit is on this day, by the clock of its place."""
        return self.visit is not None and is_today(self.visit)

    @property
    def visit_has_begun(self) -> bool:
        """Tell whether the visit's time has come."""
        return self.visit is not None and self.visit.start <= self.now

    @property
    def offer_is_held(self) -> bool:
        """Tell whether the offered times can still be accepted."""
        return self.offer is not None and self.offer.held_until > self.now


def load_state(request_id: int, staff: "AbstractUser") -> RecordState:
    """Return the state of a request, in three queries; raises Http404."""
    record = (
        with_unseen_changes(AppointmentRequest.objects.all())
        .select_related("condition", "physician", "claimed_by", "duplicate_of")
        .filter(pk=request_id)
        .first()
    )
    if record is None:
        raise Http404
    visit = record.appointments.standing().select_related("physician__virtual_room", "location").first()
    offer = record.offers.open().first()
    return RecordState(record=record, visit=visit, offer=offer, staff=staff, now=timezone.now())
