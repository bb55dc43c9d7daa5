"""A set of times offered to a patient."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest


class OfferQuerySet(models.QuerySet["Offer"]):
    """Queries that several places need."""

    def open(self) -> "OfferQuerySet":
        """Return offers that are waiting for an answer, including those whose time is up."""
        return self.filter(outcome="")

    def lapsed(self) -> "OfferQuerySet":
        """Return open offers whose time to answer is up."""
        return self.open().filter(held_until__lte=timezone.now())


class Offer(models.Model):
    """One to three times held for a patient until `held_until`, as pending appointments."""

    class Outcome(models.TextChoices):
        """How an offer ended. Blank while it's waiting for an answer."""

        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        LAPSED = "lapsed", _("lapsed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="offers")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    held_until = models.DateTimeField(_("held until"))
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["request", "id"]
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            models.UniqueConstraint(fields=["request"], condition=Q(outcome=""), name="offer_one_open_of_a_request"),
            models.CheckConstraint(
                condition=Q(outcome="", ended_at__isnull=True)
                | (Q(outcome__in=["accepted", "refused", "lapsed", "withdrawn"]) & Q(ended_at__isnull=False)),
                name="offer_ends_with_an_outcome",
            ),
        ]
        indexes = [models.Index(fields=["held_until", "id"], name="offer_open", condition=Q(outcome=""))]

    def __str__(self) -> str:
        return self.get_outcome_display() or str(_("open"))
