"""Read a request as the desk sees it."""

from django.contrib.auth.models import AbstractUser
from django.http import Http404
from django.utils import timezone

from appointments.calendar.doctor_away import with_absence
from appointments.models import AppointmentRequest
from appointments.services.requests.left_reviews import with_left_reviews
from appointments.workflow import ACTIVE, CLOSED_BY_VISIT, OVER, AppointmentStatus

from .request_state import RequestState
from .select_options import Directory
from .unseen_changes import with_unseen_changes
from .waitlist_words import with_waitlist_reasons


def load_state(request_id: int, staff: AbstractUser, directory: Directory | None = None) -> RequestState:
    """Return the state of a request, in four statements; raises Http404. Without a directory it reads its own."""
    request = (
        with_waitlist_reasons(with_left_reviews(with_unseen_changes(AppointmentRequest.objects.all())))
        .select_related("condition", "physician", "claimed_by", "duplicate_of", "nurse")
        .prefetch_related("preferred_locations", "preferred_times")
        .filter(pk=request_id)
        .first()
    )
    if request is None:
        raise Http404
    its = request.appointments.exclude(status=AppointmentStatus.CANCELLED).in_order()
    times = list(with_absence(its).select_related("physician__virtual_room", "location", "offer"))
    visit = next((time for time in times if time.status in ACTIVE), None)
    held = [time for time in times if time.status == AppointmentStatus.PENDING]
    over = [time for time in times if time.status in OVER] if request.closed_reason in CLOSED_BY_VISIT else []
    return RequestState(
        request=request,
        visit=visit,
        offer=held[0].offer if held else None,
        staff=staff,
        now=timezone.now(),
        over=over[-1] if over else None,
        held_times=held,
        known_directory=directory,
    )
