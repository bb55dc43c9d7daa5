"""The day by which we promise an answer."""

import datetime

from django.utils import timezone

from appointments.models import AppointmentRequest, Priority
from appointments.workflow import CLOCK_RUNS

from .clinic_days import answer_by, urgent_answer_by


def promised_day(priority: str, received: datetime.datetime) -> datetime.date:
    """Return the day by which we answer a request of this priority."""
    return urgent_answer_by(received) if priority == Priority.URGENT else answer_by(received)


def hasten(request: AppointmentRequest) -> None:
    """Shorten the promise of a request that is urgent, if we owe an answer; nothing is saved."""
    if request.priority == Priority.URGENT and request.status in CLOCK_RUNS:
        request.answer_by = min(request.answer_by, urgent_answer_by(timezone.now()))
