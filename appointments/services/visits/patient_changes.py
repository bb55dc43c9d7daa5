"""Patients move their own visit, or ask us to move it."""

import dataclasses
import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.calendar.matching_times import free_times_to_move_to
from appointments.guards.locks import lock_physicians, lock_request, locking
from appointments.guards.refusals import IllegalMove, Refused, TimeTaken, TooLateToChange
from appointments.models import Appointment, AppointmentRequest, Message
from appointments.models.contact import LONGEST_MESSAGE
from appointments.services.alarming_words import read_message
from appointments.services.status_moves import record_move
from appointments.workflow import AppointmentStatus, Status

from .bookings import settle
from .held_times import open_offer
from .lapsing import lapse_in_the_way
from .reservations import Wanted, reserve
from .visit_records import active_visit

NOT_FREE = gettext_lazy("This time is no longer free. Your visit hasn't changed. Choose another time.")
ONE_DAY = datetime.timedelta(days=1)


def may_change_visit(visit: Appointment) -> bool:
    """Return True if the patient can move or cancel the visit online: until APPOINTMENTS_CHANGE_HOURS before it."""
    left = visit.start - timezone.now()
    return visit.status == AppointmentStatus.BOOKED and left >= datetime.timedelta(
        hours=settings.APPOINTMENTS_CHANGE_HOURS
    )


def move_own_visit(*, request_id: int, seen_sequence: int, wanted: Wanted) -> Appointment:
    """Move the visit to a free time that the patient chose, and return it. The same choice sent twice moves it once.

    `seen_sequence` is the visit's sequence on the page. Raises IllegalMove if it's too late or the visit has changed,
    and TimeTaken if the time isn't free.
    """
    lapse_in_the_way([wanted])
    return _move_own_visit(request_id, seen_sequence, wanted)


@locking()
def _move_own_visit(request_id: int, seen_sequence: int, wanted: Wanted) -> Appointment:
    request = lock_request(request_id)
    visit = active_visit(request)
    if visit is None or request.status != Status.BOOKED:
        raise IllegalMove(_("You can't move this visit online anymore. Please call us."))
    if (visit.physician_id, visit.location_id, visit.start) == (
        wanted.physician_id,
        wanted.location_id,
        wanted.start,
    ):
        return visit
    if visit.sequence != seen_sequence:
        raise IllegalMove(_("Your visit has changed since you opened this page. Please look at it again."))
    if not may_change_visit(visit):
        raise TooLateToChange
    physicians = lock_physicians({visit.physician_id})
    if not _is_offered_to_patients(visit, wanted):
        raise TimeTaken(NOT_FREE)
    wanted = dataclasses.replace(wanted, minutes=visit.minutes)  # the visit keeps its length
    try:
        reserved = reserve(request, wanted, physicians=physicians, keeping=visit)
    except Refused:  # that sentence is for staff
        raise TimeTaken(NOT_FREE) from None
    return settle(request, reserved, active=visit, actor=None)


def _is_offered_to_patients(visit: Appointment, wanted: Wanted) -> bool:
    """Return True if the time is one that the page offers."""
    day = wanted.start.astimezone(datetime.UTC).date()
    free = free_times_to_move_to(visit, first=day - ONE_DAY, last=day + ONE_DAY)
    return any(
        (time.physician_id, time.location_id, time.start) == (wanted.physician_id, wanted.location_id, wanted.start)
        for time in free
    )


@locking()
def ask_to_move(*, request_id: int, text: str) -> AppointmentRequest:
    """Ask staff to move the visit and return the request, in review. The visit stays booked until then.

    `text` is what would work: cut to 1,000 characters, may be empty. Asking twice changes nothing. Raises IllegalMove
    if it's too late or there is no visit.
    """
    request = lock_request(request_id)
    visit = active_visit(request)
    if visit is None:
        raise IllegalMove(_("There's no visit to move. Please call us."))
    if not may_change_visit(visit):
        raise TooLateToChange
    if request.status != Status.BOOKED or open_offer(request):
        return request
    if text.strip():
        Message.objects.create(request=request, text=text.strip()[:LONGEST_MESSAGE], author=None)
        read_message(request, text.strip()[:LONGEST_MESSAGE])
    record_move(request, to=Status.IN_REVIEW, actor=None, reason=_("The patient asks for another time."))
    return request
