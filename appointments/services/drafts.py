"""What one device has typed so far."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from appointments.models import RequestDraft
from appointments.models.draft import draft_expiry


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def start_draft(*, answers: Mapping[str, Any]) -> tuple[RequestDraft, str]:
    """Create a draft with these first answers; return it and the secret that the device keeps."""
    secret = secrets.token_urlsafe(32)
    return RequestDraft.objects.create(secret_digest=_digest(secret), answers=dict(answers)), secret


def find_draft(secret: str) -> RequestDraft | None:
    """Return the draft that the secret opens, unless its time is over."""
    return (
        RequestDraft.objects.select_related("request")
        .filter(secret_digest=_digest(secret), expires_at__gt=timezone.now())
        .first()
    )


@transaction.atomic
def save_answers(*, draft: RequestDraft, answers: Mapping[str, Any]) -> bool:
    """Add the answers of some steps and start the half hour anew.

    Returns False, and writes nothing, when the draft has become a request (or was erased) meanwhile.
    """
    current = RequestDraft.objects.select_for_update().filter(pk=draft.pk, request=None).first()
    if current is None:
        return False
    current.answers |= answers
    current.expires_at = draft_expiry()
    current.save(update_fields=["answers", "expires_at"])
    draft.answers, draft.expires_at = current.answers, current.expires_at
    return True


def erase_expired_drafts() -> int:
    """Delete drafts whose time is over; returns how many."""
    return RequestDraft.objects.filter(expires_at__lte=timezone.now()).delete()[0]
