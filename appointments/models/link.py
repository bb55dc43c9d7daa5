"""The link that patients use instead of an account."""

import datetime
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest

LINK_LIFETIME = datetime.timedelta(days=180)


def link_expiry() -> datetime.datetime:
    """Return when a link created now will stop working."""
    return timezone.now() + LINK_LIFETIME


class RequestLink(models.Model):
    """A row that a link's token is computed from (`appointments.guards.links`). The token itself isn't stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AppointmentRequest, on_delete=models.CASCADE, related_name="links")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=link_expiry)
    revoked_at = models.DateTimeField(null=True, blank=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    locks = models.PositiveSmallIntegerField(default=0, help_text=_("How many times wrong attempts have locked it."))
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request link")
        verbose_name_plural = _("request links")

    def __str__(self) -> str:
        return f"link {self.created_at:%Y-%m-%d}"
