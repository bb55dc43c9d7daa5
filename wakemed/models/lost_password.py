"""Forgotten passwords, until the mail sender has answered."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LostPassword(models.Model):
    """An e-mail address that someone typed to get a new password. The mail sender answers and deletes it."""

    email = models.EmailField(_("e-mail"), max_length=254)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("forgotten password")
        verbose_name_plural = _("forgotten passwords")

    def __str__(self) -> str:
        return f"asked {self.asked_at:%Y-%m-%d %H:%M}"
