"""When each physician is free next, as the appointments app last computed it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .physician import Physician


class NextFreeTimes(models.Model):
    """The first few free times of a physician. Only `physicians.services.next_available` writes it."""

    physician = models.OneToOneField(
        Physician, models.CASCADE, verbose_name=_("physician"), primary_key=True, related_name="next_free"
    )
    starts = ArrayField(models.DateTimeField(), verbose_name=_("starts"), default=list, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("next free times")
        verbose_name_plural = _("next free times")

    def __str__(self) -> str:
        return str(self.physician_id)
