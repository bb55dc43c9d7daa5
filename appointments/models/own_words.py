"""What a patient wrote freely, and the danger that was found in it."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

# The columns in which a patient writes freely.
OWN_WORDS = ("reason", "needs_note")


class DangerInWords(models.TextChoices):
    """What the patient's own words sound like. Blank means nothing alarming."""

    EMERGENCY = "911", _("Sounds like an emergency")
    CRISIS = "988", _("Sounds like thoughts of suicide")
    BOTH = "911+988", _("Sounds like an emergency and like thoughts of suicide")


@dataclass(frozen=True)
class NotedDanger:
    """Which cards come first, as it was noted when the words arrived; false without danger."""

    emergency: bool
    crisis: bool
    spanish: bool

    def __bool__(self) -> bool:
        return self.emergency or self.crisis


class OwnWords(models.Model):
    """The danger in a patient's words. It stays noted when the words change."""

    danger_in_words = models.CharField(
        _("danger in the patient's own words"), max_length=7, choices=DangerInWords, blank=True, editable=False
    )
    danger_in_spanish = models.BooleanField(_("these words are Spanish"), default=False, editable=False)

    class Meta:
        abstract = True

    @property
    def danger(self) -> NotedDanger:
        """Return what the cards and the mail need to know."""
        noted = self.danger_in_words
        return NotedDanger(
            emergency=noted in (DangerInWords.EMERGENCY, DangerInWords.BOTH),
            crisis=noted in (DangerInWords.CRISIS, DangerInWords.BOTH),
            spanish=self.danger_in_spanish,
        )
