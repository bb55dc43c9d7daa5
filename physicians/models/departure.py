"""Which physicians have left, and who recorded it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from physicians.append_only import AppendOnly

from .physician import Physician


class Departure(AppendOnly):
    """A physician who doesn't see patients here anymore; the profile went down in the same transaction."""

    physician = models.ForeignKey(Physician, models.PROTECT, verbose_name=_("physician"), related_name="departures")
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("recorded by"), related_name="+"
    )
    note = models.TextField(
        _("for the scheduling staff"), blank=True, max_length=500, help_text=_("Who takes over, for example.")
    )

    class Meta(AppendOnly.Meta):
        ordering = ["-recorded_at", "-id"]
        verbose_name = _("departure")
        verbose_name_plural = _("departures")

    def __str__(self) -> str:
        return str(self.physician)
