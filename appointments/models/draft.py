"""The answers someone has given before sending a request."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest

LONGEST_LIFE = datetime.timedelta(hours=6)  # nobody needs longer, except someone who stole the cookie


def draft_expiry() -> datetime.datetime:
    """Return when a draft created now will be erased."""
    return timezone.now() + datetime.timedelta(minutes=settings.APPOINTMENTS_DRAFT_MINUTES)


class RequestDraft(models.Model):
    """The answers of one device, erased half an hour after the last of them.

    The device holds the secret that opens it; this row holds only its digest. The row's id becomes the
    request's idempotency key, so that one draft can become one request and never two. Once there is a request,
    the answers are those that differ from it: an amendment that has not been sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secret_digest = models.CharField(max_length=64, unique=True)
    answers = models.JSONField(
        default=dict, help_text=_("By step and field: what was typed, then confirmed with Continue.")
    )
    unfinished = models.JSONField(
        default=dict, help_text=_("By step and field: what was typed but not confirmed yet.")
    )
    request = models.ForeignKey(AppointmentRequest, on_delete=models.CASCADE, null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=draft_expiry, db_index=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")

    def __str__(self) -> str:
        return f"draft until {self.expires_at:%H:%M}"

    def touch(self) -> None:
        """Restart the half hour, up to LONGEST_LIFE in all."""
        self.expires_at = min(draft_expiry(), self.created_at + LONGEST_LIFE)

    @property
    def begun_by_link(self) -> bool:
        """Return True if it was started on the patient's page, to change a request, rather than by sending one."""
        return self.request is not None and self.created_at > self.request.submitted_at
