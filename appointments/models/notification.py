"""The outbox: one row for each reason to write to somebody."""

import datetime
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest


class NotificationQuerySet(models.QuerySet["Notification"]):
    """What the sender and /readyz ask."""

    def due(self) -> "NotificationQuerySet":
        """Return what should go out now."""
        return self.filter(state=Notification.State.QUEUED, next_attempt_at__lte=timezone.now())

    def oldest_due(self) -> datetime.datetime | None:
        """Return since when the oldest due mail waits, or None when nothing is due."""
        return self.due().aggregate(oldest=models.Min("next_attempt_at"))["oldest"]


class Notification(models.Model):
    """A mail to be sent. It is rendered at delivery, so that this row holds neither an address nor a link."""

    class Kind(models.TextChoices):
        """What the mail is about."""

        RECEIVED = "received", _("Request received")
        LINK = "link", _("Link to the request")

    class State(models.TextChoices):
        """How far it has come."""

        QUEUED = "queued", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AppointmentRequest, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    cause = models.CharField(max_length=80, unique=True, help_text=_("What it answers; one cause, one mail."))
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_error = models.CharField(max_length=80, blank=True, help_text=_("The kind of error, never its text."))
    created_at = models.DateTimeField(default=timezone.now)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index(fields=["next_attempt_at"], name="notification_due", condition=models.Q(state="queued"))
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_state_display()})"
