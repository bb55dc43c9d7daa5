"""From a draft to a request: everything in one transaction, once."""

import dataclasses
import datetime
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from appointments.clinic_days import answer_by
from appointments.models import AppointmentRequest, Notification, PreferredTime, RequestDraft, StatusChange
from appointments.workflow import Status

if TYPE_CHECKING:
    from phonenumber_field.phonenumber import PhoneNumber

    from physicians.models import Condition, Physician


class AnswersChanged(Exception):
    """The draft is not what the answers were worked out from; nothing was written."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RequestAnswers:
    """The checked answers of all steps. Times are (day, half of the day), in order of preference, one to three."""

    condition: "Condition | None"
    reason: str
    visit_type: str
    patient_state: str
    physician: "Physician | None"
    times: list[tuple[datetime.date, str]]
    legal_name: str
    preferred_name: str
    date_of_birth: datetime.date
    phone: "PhoneNumber"
    email: str
    reach_by: str
    may_leave_message: bool
    postal_code: str
    insurance_carrier: str


@transaction.atomic(savepoint=False)
def create_request(*, answers: RequestAnswers, idempotency_key: uuid.UUID) -> AppointmentRequest:
    """Write the request, its wishes, its first history row and the mail to be sent, and return the request.

    Raises IntegrityError when the key has been used: the last guard against a second request.
    """
    fields = {field.name: getattr(answers, field.name) for field in dataclasses.fields(answers)}
    times = fields.pop("times")
    now = timezone.now()
    request = AppointmentRequest.objects.create(
        **fields, idempotency_key=idempotency_key, submitted_at=now, answer_by=answer_by(now)
    )
    PreferredTime.objects.bulk_create(
        PreferredTime(request=request, rank=rank, date=day, half=half)
        for rank, (day, half) in enumerate(times, start=1)
    )
    StatusChange.objects.create(request=request, to_status=Status.SUBMITTED)
    if request.email:
        Notification.objects.create(request=request, kind=Notification.Kind.RECEIVED, cause=f"received:{request.pk}")
    return request


@transaction.atomic
def send_draft(*, draft_id: uuid.UUID, seen: Mapping[str, Any], answers: RequestAnswers) -> AppointmentRequest:
    """Turn a draft into a request and return it; a draft that already is one returns that one, unchanged.

    `answers` were worked out from what the draft held when it was read: `seen`. The draft's row is locked
    first, so that of any number of clicks one writes and the rest wait and see it. What was typed is then
    erased. Raises RequestDraft.DoesNotExist for an erased draft and AnswersChanged when another tab has
    changed the draft since it was read.
    """
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft_id)
    if draft.request is None:
        if draft.answers != seen:
            raise AnswersChanged
        draft.request = create_request(answers=answers, idempotency_key=draft.id)
        draft.answers = {}
        draft.save(update_fields=["request", "answers"])
    return draft.request
