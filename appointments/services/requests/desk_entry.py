"""Requests that staff enter for callers, faxed referrals and walk-ins."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError

from appointments.answers import RequestAnswers
from appointments.guards.locks import lock_request, locking
from appointments.models import AppointmentRequest, Source
from appointments.services.status_moves import take_up

from .submission import create_request


def enter_request(
    *, answers: RequestAnswers, source: Source, idempotency_key: uuid.UUID, actor: AbstractUser
) -> AppointmentRequest:
    """Create a request for a patient and return it, in review and claimed by `actor`.

    The same key again (a double click) returns the existing request. The e-mail address and the preferred times may be
    empty.
    """
    written = AppointmentRequest.objects.filter(idempotency_key=idempotency_key)
    if (request := written.first()) is not None:
        return request
    try:
        return _enter_request(answers, source, idempotency_key, actor)
    except IntegrityError:
        if (request := written.first()) is not None:  # a second click has just created it
            return request
        raise


@locking()
def _enter_request(
    answers: RequestAnswers, source: Source, idempotency_key: uuid.UUID, actor: AbstractUser
) -> AppointmentRequest:
    created = create_request(answers=answers, idempotency_key=idempotency_key, source=source, actor=actor)
    request = lock_request(created.pk)
    take_up(request, actor=actor)
    return request
