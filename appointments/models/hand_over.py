"""Many requests handed to a colleague at once, in the background."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HandOver(models.Model):
    """Requests that one member of staff hands to another: how far that has come, and who had each before.

    `handed` and `had_them` belong together, place by place; 0 stands for no one.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    waiting = ArrayField(models.BigIntegerField(), help_text=_("Keys of the requests that are still to be handed."))
    handed = ArrayField(models.BigIntegerField(), default=list)
    had_them = ArrayField(models.BigIntegerField(), default=list)
    refused = models.PositiveIntegerField(default=0, help_text=_("How many couldn't be handed over."))
    undo_asked_at = models.DateTimeField(null=True, blank=True)
    returned = models.PositiveIntegerField(default=0, help_text=_("How many went back to who had them."))
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        indexes = [models.Index(fields=["asked_at"], name="hand_over_to_do", condition=models.Q(finished_at=None))]

    def __str__(self) -> str:
        return str(_("%(number)d requests to %(name)s") % {"number": self.number, "name": self.to})

    @property
    def number(self) -> int:
        """Return how many requests it is about."""
        return len(self.waiting) + len(self.handed) + self.refused

    @property
    def is_undo(self) -> bool:
        """Return True once it is being undone, or has been."""
        return self.undo_asked_at is not None
