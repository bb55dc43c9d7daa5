"""Times that are taken in the hospital's health record."""

from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from physicians.models import Physician

from .busy_triggers import marks_itself
from .period import is_a_period


class BusyImport(models.Model):
    """An import of a physician's calendar. It replaces everything imported for that physician earlier."""

    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="busy_imports"
    )
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("imported by"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text=_("Empty if a command imported it."),
    )
    at = models.DateTimeField(_("imported"), default=timezone.now)
    taken = models.PositiveIntegerField(_("times taken over"))
    guessed = models.PositiveIntegerField(_("times that are a guess"), default=0)
    refused = models.PositiveIntegerField(_("rows that could not be read"), default=0)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("busy time import")
        verbose_name_plural = _("busy time imports")

    def __str__(self) -> str:
        return f"{self.physician}, {timezone.localtime(self.at):%Y-%m-%d %H:%M}"


class BusyTime(models.Model):
    """A busy time. What it's for is known only to the health record."""

    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="busy_times"
    )
    period = DateTimeRangeField(_("period"))
    visit_number = models.CharField(
        _("visit number"),
        max_length=40,
        blank=True,
        help_text=_("From the health record, if it gives one. It identifies a visit that was booked here."),
    )

    is_guess = models.BooleanField(
        _("a guess"),
        default=False,
        help_text=_("The calendar leaves open when it is, or whether the physician is busy."),
    )

    meets_visit = models.BooleanField(
        default=False,
        db_default=False,
        editable=False,
        help_text=_("It may keep the physician from a visit. Triggers keep it."),
    )

    class Meta:
        ordering = ["physician", "period"]
        verbose_name = _("busy time")
        verbose_name_plural = _("busy times")
        constraints = [is_a_period("busy_time_is_a_period")]
        indexes = [
            GistIndex(fields=["physician", "period"], name="busy_time_during"),
            models.Index(fields=["physician"], name="busy_time_meets_visit", condition=models.Q(meets_visit=True)),
        ]
        triggers = [marks_itself()]

    def __str__(self) -> str:
        return f"{self.physician}"
