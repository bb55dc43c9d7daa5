"""The buttons of a visit in a tab of visits."""

import dataclasses
import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from appointments.models import Appointment, AppointmentRequest
from appointments.workflow import ACTIVE, OVER

from .request_page.action_registry import ACTIONS
from .request_state import RequestState

OF_THE_DAY = ("check_in", "complete", "no_show", "undo_check_in", "undo_outcome")


@dataclasses.dataclass(frozen=True)
class VisitButton:
    """One button in one row."""

    url: str
    label: Any


def buttons_of(
    request: AppointmentRequest, visit: Appointment, now: datetime.datetime, staff: AbstractUser, *, then: str
) -> list[VisitButton]:
    """Return the buttons of a visit, by the same rules as on the request's page. They lead back to the tab `then`."""
    active, over = (visit if visit.status in statuses else None for statuses in (ACTIVE, OVER))
    state = RequestState(request=request, visit=active, offer=None, staff=staff, now=now, over=over)
    return [
        VisitButton(
            url=f"{reverse(f'admin:appointments_appointmentrequest_{name}', args=[request.pk])}?then={then}",
            label=ACTIONS[name].button,
        )
        for name in OF_THE_DAY
        if ACTIONS[name].is_allowed(state)
    ]
