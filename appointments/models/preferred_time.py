"""When the patient would like to come."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest


class HalfDay(models.TextChoices):
    """Half a clinic day."""

    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")


class PreferredTime(models.Model):
    """One of up to three preferred half days. Both halves of a day count as two."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.CASCADE, related_name="preferred_times")
    rank = models.PositiveSmallIntegerField(_("rank"))
    date = models.DateField(_("date"))
    half = models.CharField(_("half of the day"), max_length=9, choices=HalfDay)

    class Meta:
        ordering = ["request", "rank"]
        verbose_name = _("preferred time")
        verbose_name_plural = _("preferred times")
        constraints = [
            models.UniqueConstraint(fields=["request", "rank"], name="preferred_time_rank_once"),
            models.UniqueConstraint(fields=["request", "date", "half"], name="preferred_time_once"),
            models.CheckConstraint(condition=models.Q(rank__range=(1, 3)), name="preferred_time_at_most_three"),
        ]

    def __str__(self) -> str:
        return f"{date_format(self.date, 'D, N j')}, {self.get_half_display().lower()}"
