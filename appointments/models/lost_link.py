"""Requests for a lost link."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LostLink(models.Model):
    """An e-mail address that someone typed to get their link again.

    The page that takes it looks nothing up, so that a known address and an unknown one cannot be told apart, not
    even by the time it takes. The mail sender looks, answers and deletes the row within seconds.
    """

    email = models.EmailField(_("e-mail"), max_length=254)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        verbose_name = _("lost link")
        verbose_name_plural = _("lost links")

    def __str__(self) -> str:
        return f"asked {self.asked_at:%Y-%m-%d %H:%M}"
