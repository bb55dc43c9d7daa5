"""Log attempts to reach the patient."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext_lazy

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused, RequestIsClosed
from appointments.models import AppointmentRequest, ContactAttempt, ContactOutcome, StatusChange
from appointments.services.status_moves import take_up
from appointments.workflow import Status

DAY_HAS_PASSED = gettext_lazy("The day to try again is in the past.")

ENOUGH = 3  # attempts without an answer before “unreachable” is suggested


@locking()
def log_contact(
    *,
    request_id: int,
    actor: AbstractUser,
    channel: str,
    outcome: str,
    next_on: datetime.date | None,
    text: str = "",
) -> ContactAttempt:
    """Log an attempt and the day to try again (None if there's no need); return it. A new request goes into review.

    Raises IllegalMove for a closed request, and Refused for a day in the past.
    """
    request = lock_request(request_id)
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    if next_on is not None and next_on < timezone.localdate():
        raise Refused(DAY_HAS_PASSED)
    take_up(request, actor=actor)
    request.next_contact_on = next_on
    request.save(update_fields=["next_contact_on"])
    return ContactAttempt.objects.create(
        request=request, author_id=actor.pk, channel=channel, outcome=outcome, next_on=next_on, text=text.strip()
    )


def seems_unreachable(request: AppointmentRequest) -> bool:
    """Return True if the last three attempts since the request was opened reached no one."""
    opened = StatusChange.objects.filter(request=request, from_status__in=["", Status.CLOSED]).latest("id").at
    outcomes = request.contact_attempts.filter(at__gte=opened).order_by("-id").values_list("outcome", flat=True)
    latest = list(outcomes[:ENOUGH])
    return len(latest) == ENOUGH and ContactOutcome.REACHED not in latest
