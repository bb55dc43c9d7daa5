"""The answers that one device has given so far."""

import datetime
import hashlib
import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from appointments.models import AppointmentRequest, RequestDraft


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def start_draft(
    *,
    answers: Mapping[str, Any],
    unfinished: Mapping[str, Any] | None = None,
    request: AppointmentRequest | None = None,
) -> tuple[RequestDraft, str]:
    """Create a draft with some first answers, or one that amends `request`. Return it with the device's secret."""
    secret = secrets.token_urlsafe(32)
    draft = RequestDraft.objects.create(
        secret_digest=_digest(secret), answers=dict(answers), unfinished=dict(unfinished or {}), request=request
    )
    return draft, secret


def find_draft(secret: str) -> RequestDraft | None:
    """Return the draft for a secret, unless it has expired, along with the request it became, in one query."""
    return (
        RequestDraft.objects.select_related("request__condition", "request__physician")
        .filter(secret_digest=_digest(secret), expires_at__gt=timezone.now())
        .first()
    )


def _lock(draft_id: uuid.UUID) -> RequestDraft | None:
    return (
        RequestDraft.objects.select_for_update(of=("self",)).filter(pk=draft_id, expires_at__gt=timezone.now()).first()
    )


@transaction.atomic
def save_answers(*, draft: RequestDraft, answers: Mapping[str, Any]) -> bool:
    """Save the answers of some pages and restart the half hour; None removes a page's answers.

    Return False, and write nothing, if the draft has been erased.
    """
    current = _lock(draft.pk)
    if current is None:
        return False
    current.answers |= answers
    current.unfinished = {step: typed for step, typed in current.unfinished.items() if step not in answers}
    current.touch()
    current.save(update_fields=["answers", "unfinished", "expires_at"])
    draft.answers, draft.unfinished, draft.expires_at = current.answers, current.unfinished, current.expires_at
    return True


@transaction.atomic
def keep_unfinished(*, draft: RequestDraft, step: str, typed: Mapping[str, Any], active: bool) -> bool:
    """Keep what was typed on a page before Continue. Only a person's own action (`active`) restarts the half hour.

    Return False, and write nothing, if the draft has been erased.
    """
    current = _lock(draft.pk)
    if current is None:
        return False
    current.unfinished[step] = dict(typed)
    if active:
        current.touch()
    current.save(update_fields=["unfinished", "expires_at"])
    return True


def prolong(*, draft: RequestDraft) -> datetime.datetime:
    """Restart the half hour and return when it ends."""
    draft.touch()
    RequestDraft.objects.filter(pk=draft.pk).update(expires_at=draft.expires_at)
    return draft.expires_at


def erase_draft(*, draft: RequestDraft) -> None:
    """Erase the draft now. The request it may have become stays."""
    RequestDraft.objects.filter(pk=draft.pk).delete()


def erase_expired_drafts() -> int:
    """Delete expired drafts and return how many."""
    return RequestDraft.objects.filter(expires_at__lte=timezone.now()).delete()[0]
