"""A request as the desk sees it at one moment: what its actions depend on."""

import dataclasses
import datetime
import functools
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Exists, OuterRef

from appointments.calendar.doctor_away import lacks_doctor
from appointments.mail.calls import SETTLED, UNDELIVERED, open_calls
from appointments.models import Appointment, AppointmentRequest, Notification, NurseReview, Offer
from appointments.services.requests.contact_attempts import seems_unreachable
from appointments.services.visits.visit_day import can_be_undone, check_in_opens, is_today
from appointments.workflow import CLOSED_BY_VISIT, AppointmentStatus, ClosedReason, Status

from .desk_staff import desk_people
from .select_options import Directory
from .timeline import RequestHistory, history_of


@dataclasses.dataclass(frozen=True)
class RequestState:
    """A request with its booked visit and its open offer, and the member of staff who looks at it."""

    request: AppointmentRequest
    visit: Appointment | None
    offer: Offer | None
    staff: AbstractUser
    now: datetime.datetime
    over: Appointment | None = None  # the visit that closed the request, if it's known
    held_times: Sequence[Appointment] = ()  # those of the open offer
    known_directory: Directory | None = None

    @property
    def outcome_can_be_undone(self) -> bool:
        """Return True if “took place” or “did not come” can be taken back."""
        return self.request.closed_reason in CLOSED_BY_VISIT and self.over is not None and can_be_undone(self.over)

    @property
    def is_closed(self) -> bool:
        """Return True if the request is closed."""
        return self.request.status == Status.CLOSED

    @property
    def is_no_show(self) -> bool:
        """Return True if the request is closed because the patient didn't come."""
        return self.request.closed_reason == ClosedReason.NO_SHOW

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
    def check_in_is_open(self) -> bool:
        """Return True if the visit is today and near enough to check its patient in."""
        return self.visit is not None and self.visit_is_today and check_in_opens(self.visit) <= self.now

    @property
    def check_in_opens(self) -> datetime.datetime | None:
        """Return when check-in opens, if that is later today."""
        waits = self.visit is not None and self.visit_is_booked and self.visit_is_today and not self.check_in_is_open
        return check_in_opens(self.visit) if self.visit and waits else None

    @property
    def visit_was_earlier(self) -> bool:
        """Return True if the visit was on an earlier day: it has an outcome, and can't be moved or canceled."""
        return self.visit is not None and self.visit.start < self.now and not self.visit_is_today

    @property
    def visit_has_begun(self) -> bool:
        """Return True if the visit's time has come."""
        return self.visit is not None and self.visit.start <= self.now

    @property
    def visit_without_doctor(self) -> Any:
        """Return the booked visit with why its doctor won't be there; None if the doctor will, or there's no visit."""
        visit: Any = self.visit  # as `load_state` reads it
        if visit is None or not self.visit_is_booked or visit.end <= self.now:
            return None
        return visit if lacks_doctor(visit) else None

    @property
    def held_without_doctor(self) -> list[Appointment]:
        """Return the offered times whose doctor won't be there: the patient can't choose them."""
        return [time for time in self.held_times if lacks_doctor(time)] if self.offer_is_held else []

    @property
    def times_to_choose(self) -> list[Appointment]:
        """Return the offered times that the patient can choose."""
        return [time for time in self.held_times if not lacks_doctor(time)] if self.offer_is_held else []

    @functools.cached_property
    def directory(self) -> Directory:
        """Return the physicians, places and languages that can be chosen."""
        return self.known_directory or Directory.load()

    @functools.cached_property
    def people(self) -> list[Any]:
        """Return who else works here."""
        return list(desk_people())

    @functools.cached_property
    def mail(self) -> list[Notification]:
        """Return all mail to the patient, the oldest first; `is_call` says which of it has to be told by phone."""
        is_call = Exists(open_calls().filter(pk=OuterRef("pk")))
        mail = self.request.notifications.annotate(is_call=is_call).select_related("appointment", "offer")
        return list(mail.order_by("created_at"))

    @property
    def calls(self) -> list[Notification]:
        """Return what the patient has to be told by phone."""
        return [mail for mail in self.mail if mail.is_call]  # type: ignore[attr-defined]

    @property
    def mail_trouble(self) -> Notification | None:
        """Return the latest mail if it didn't arrive."""
        settled = [mail for mail in self.mail if mail.state in SETTLED]
        return settled[-1] if settled and settled[-1].state in UNDELIVERED else None

    @functools.cached_property
    def history(self) -> RequestHistory:
        """Return all that happened to the request."""
        return history_of(self.request)

    @property
    def seems_unreachable(self) -> bool:
        """Return True if the last attempts reached no one."""
        return seems_unreachable(self.history.moves, self.history.attempts)

    @property
    def offer_is_held(self) -> bool:
        """Return True if the offered times can still be accepted."""
        return self.offer is not None and self.offer.held_until > self.now
