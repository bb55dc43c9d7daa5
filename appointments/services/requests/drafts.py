"""What one device has typed so far."""

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
    """Create a draft with these first answers, or one that amends `request`; return it and the device's secret."""
    secret = secrets.token_urlsafe(32)
    draft = RequestDraft.objects.create(
        secret_digest=_digest(secret), answers=dict(answers), unfinished=dict(unfinished or {}), request=request
    )
    return draft, secret


def find_draft(secret: str) -> RequestDraft | None:
    """Return the draft that the secret opens, unless its time is over; with the request it became, in one query."""
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
    """Add the answers of some pages and start the half hour anew; an answer of None is taken back.

    Returns False, and writes nothing, when the draft was erased meanwhile.
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
    """Keep what was typed on a page and not passed on; only a person's own doing (`active`) prolongs the half hour.

    Returns False, and writes nothing, when the draft was erased meanwhile.
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
    """Start the half hour anew and return when it ends."""
    draft.touch()
    RequestDraft.objects.filter(pk=draft.pk).update(expires_at=draft.expires_at)
    return draft.expires_at


def erase_draft(*, draft: RequestDraft) -> None:
    """Erase it now; a request that it became stays."""
    RequestDraft.objects.filter(pk=draft.pk).delete()


def erase_expired_drafts() -> int:
    """Delete drafts whose time is over; returns how many."""
    return RequestDraft.objects.filter(expires_at__lte=timezone.now()).delete()[0]
