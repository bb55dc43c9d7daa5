"""Where a physician's virtual visits take place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from physicians.models import Physician

from .secure_link import validate_secure_link


class VirtualRoom(models.Model):
    """The link that a physician's patients use to join, unless a visit has its own."""

    physician = models.OneToOneField(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="virtual_room"
    )
    address = models.URLField(
        _("link to join"),
        validators=[validate_secure_link],
        help_text=_("Patients see it from 30 minutes before their visit."),
    )

    class Meta:
        verbose_name = _("virtual room")
        verbose_name_plural = _("virtual rooms")

    def __str__(self) -> str:
        return f"{self.physician}"
