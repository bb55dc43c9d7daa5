"""Turn a draft into a request, once, in one transaction."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from appointments.answers import RequestAnswers
from appointments.calendar.promises import promised_day
from appointments.guards.limits import CONTACT, SENDS, mailbox, use
from appointments.guards.refusals import TooManyAttempts
from appointments.mail.kinds.request_mail import RECEIVED
from appointments.mail.outbox import notify
from appointments.models import (
    AppointmentRequest,
    NurseReview,
    PreferredLocation,
    PreferredTime,
    RequestDraft,
    Source,
    StatusChange,
)
from appointments.services.alarming_words import raised_by
from appointments.workflow import Status


class AnswersChanged(Exception):
    """The draft has changed since the answers were read from it; nothing was written."""


def write_times(request: AppointmentRequest, answers: RequestAnswers) -> None:
    """Write the preferred times of a request that has none yet."""
    PreferredTime.objects.bulk_create(
        PreferredTime(request=request, rank=rank, date=day, half=half)
        for rank, (day, half) in enumerate(answers.times, start=1)
    )


def write_locations(request: AppointmentRequest, answers: RequestAnswers) -> None:
    """Write the preferred clinics of a request that has none yet."""
    PreferredLocation.objects.bulk_create(
        PreferredLocation(appointmentrequest=request, location=location) for location in answers.locations
    )


@transaction.atomic(savepoint=False)
def create_request(
    *,
    answers: RequestAnswers,
    idempotency_key: uuid.UUID,
    source: Source = Source.WEB,
    actor: AbstractUser | None = None,
) -> AppointmentRequest:
    """Write the request with its preferred times, its first history row and its mail, and return it.

    `actor` is the member of staff who entered it (`source` says how it reached us), or None for the patient. A yes in
    the safety check requests a nurse review, and so do words that sound like an emergency, or like a spine in
    danger. All of them shorten the promise.

    Raises IntegrityError if the key has been used, as the last guard against a second request.
    """
    now = timezone.now()
    nurse_review = NurseReview.NEEDED if answers.urgent_symptoms else ""
    columns = {**answers.columns(), "nurse_review": nurse_review, **raised_by(answers.own_words)}
    request = AppointmentRequest.objects.create(
        **columns,
        idempotency_key=idempotency_key,
        submitted_at=now,
        clock_since=now,
        answer_by=promised_day(columns.get("priority", ""), now),
        source=source,
    )
    write_times(request, answers)
    write_locations(request, answers)
    StatusChange.objects.create(request=request, to_status=Status.SUBMITTED, actor_id=actor.pk if actor else None)
    notify(request, RECEIVED, f"received:{request.pk}")
    return request


@transaction.atomic
def send_draft(
    *, draft_id: uuid.UUID, seen: Mapping[str, Any], answers: RequestAnswers, network_address: str
) -> AppointmentRequest:
    """Turn a draft into a request and return it. If that has already happened, return the existing request.

    `answers` were made from `seen`, the draft's content as the caller read it. The draft's row is locked first: of any
    number of clicks one writes and counts against the limits, and the others wait and get its request. The draft's
    answers are then erased.

    Raises RequestDraft.DoesNotExist for an erased draft, AnswersChanged if another tab has changed the draft since it
    was read, and TooManyAttempts if a limit is used up.
    """
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft_id)
    if draft.request is None:
        if draft.answers != seen:
            raise AnswersChanged
        contacts = [(CONTACT, mailbox(answers.email)), (CONTACT, answers.phone.as_e164)]
        if again_at := use((SENDS, network_address), *contacts):
            raise TooManyAttempts(again_at)
        draft.request = create_request(answers=answers, idempotency_key=draft.id)
        draft.answers, draft.unfinished = {}, {}
        draft.save(update_fields=["request", "answers", "unfinished"])
    return draft.request
