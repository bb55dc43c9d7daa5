"""Phrases of danger that editors have added to our own."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DangerCard(models.TextChoices):
    """The card that comes before any doctor."""

    EMERGENCY = "911", _("Emergency: 911")
    CRISIS = "988", _("Crisis line: 988")


class DangerPhrase(models.Model):
    """Words that need a card. They add to the built-in signs, and can't take one away."""

    phrase = models.CharField(
        _("what patients type"),
        max_length=80,
        unique=True,
        help_text=_(
            "Two to five telling words, such as “legs turned to stone”. The card comes when all of them are near each "
            "other, in any order and also misspelled."
        ),
    )
    card = models.CharField(_("card"), max_length=3, choices=DangerCard, default=DangerCard.EMERGENCY)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("en", _("English")), ("es", _("Spanish"))],
        default="en",
        help_text=_("After a Spanish phrase, the card also speaks Spanish."),
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    added_at = models.DateTimeField(_("added on"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["phrase"]
        verbose_name = _("phrase of danger")
        verbose_name_plural = _("phrases of danger")
        constraints = [
            models.CheckConstraint(condition=models.Q(card__in=DangerCard.values), name="danger_phrase_card_is_known"),
            models.CheckConstraint(
                condition=models.Q(language__in=["en", "es"]), name="danger_phrase_language_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(phrase=""), name="danger_phrase_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.phrase
