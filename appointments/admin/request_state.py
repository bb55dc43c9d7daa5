"""A request as the desk sees it at one moment: what its actions depend on."""

import dataclasses
import datetime
import functools
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import Http404
from django.utils import timezone

from appointments.calendar.doctor_away import without_doctor
from appointments.mail.calls import SETTLED, UNDELIVERED, open_calls
from appointments.models import Appointment, AppointmentRequest, Notification, NurseReview, Offer
from appointments.services.requests.contact_attempts import seems_unreachable
from appointments.services.visits.visit_day import can_be_undone, is_today
from appointments.workflow import CLOSED_BY_VISIT, OVER, AppointmentStatus, Status

from .unseen_changes import with_unseen_changes


@dataclasses.dataclass(frozen=True)
class RequestState:
    """A request with its booked visit and its open offer, and the member of staff who looks at it."""

    request: AppointmentRequest
    visit: Appointment | None
    offer: Offer | None
    staff: AbstractUser
    now: datetime.datetime
    over: Appointment | None = None  # the visit that closed the request, if it's known

    @property
    def outcome_can_be_undone(self) -> bool:
        """Return True if “took place” or “did not come” can be taken back."""
        return self.request.closed_reason in CLOSED_BY_VISIT and self.over is not None and can_be_undone(self.over)

    @property
    def is_closed(self) -> bool:
        """Return True if the request is closed."""
        return self.request.status == Status.CLOSED

    @property
    def is_mine(self) -> bool:
        """Return True if the member of staff has claimed it."""
        return self.request.claimed_by_id == self.staff.pk

    @property
    def needs_nurse(self) -> bool:
        """Return True if a nurse's review is waiting."""
        return self.request.nurse_review == NurseReview.NEEDED

    @property
    def has_arrived(self) -> bool:
        """Return True if the patient is checked in."""
        return self.visit is not None and self.visit.status == AppointmentStatus.ARRIVED

    @property
    def visit_is_booked(self) -> bool:
        """Return True if a visit is booked and its patient isn't checked in."""
        return self.visit is not None and self.visit.status == AppointmentStatus.BOOKED

    @property
    def visit_is_today(self) -> bool:
        """Return True if the visit is on this day, by the clock of its place."""
        return self.visit is not None and is_today(self.visit)

    @property
    def visit_has_begun(self) -> bool:
        """Return True if the visit's time has come."""
        return self.visit is not None and self.visit.start <= self.now

    @functools.cached_property
    def visit_without_doctor(self) -> Any:
        """Return the booked visit with why its doctor won't be there; None if the doctor will, or there's no visit."""
        if not self.visit_is_booked or self.visit is None or self.visit.end <= self.now:
            return None
        return without_doctor(Appointment.objects.filter(pk=self.visit.pk)).first()

    @functools.cached_property
    def calls(self) -> list[Notification]:
        """Return what the patient has to be told by phone."""
        calls = open_calls().filter(request=self.request)
        return list(calls.select_related("appointment", "offer").order_by("created_at"))

    @functools.cached_property
    def mail(self) -> list[Notification]:
        """Return all mail about the request, the oldest first."""
        return list(self.request.notifications.order_by("created_at"))

    @property
    def mail_trouble(self) -> Notification | None:
        """Return the latest mail if it didn't arrive."""
        latest = next((each for each in reversed(self.mail) if each.state in SETTLED), None)
        return latest if latest and latest.state in UNDELIVERED else None

    @functools.cached_property
    def seems_unreachable(self) -> bool:
        """Return True if the last attempts reached no one."""
        return seems_unreachable(self.request)

    @property
    def offer_is_held(self) -> bool:
        """Return True if the offered times can still be accepted."""
        return self.offer is not None and self.offer.held_until > self.now


def load_state(request_id: int, staff: AbstractUser) -> RequestState:
    """Return the state of a request, in three queries; raises Http404."""
    request = (
        with_unseen_changes(AppointmentRequest.objects.all())
        .select_related("condition", "physician", "claimed_by", "duplicate_of", "nurse")
        .prefetch_related("preferred_locations")
        .filter(pk=request_id)
        .first()
    )
    if request is None:
        raise Http404
    visit = request.appointments.active().select_related("physician__virtual_room", "location").first()
    offer = request.offers.open().first()
    over = None
    if request.closed_reason in CLOSED_BY_VISIT:
        over = request.appointments.filter(status__in=OVER).order_by("-period").first()
    return RequestState(request=request, visit=visit, offer=offer, staff=staff, now=timezone.now(), over=over)
