"""Which physician last read a page as a whole, when, and when that is due again."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from physicians.append_only import AppendOnly
from physicians.models import Physician


class AttestationQuerySet(models.QuerySet["Attestation"]):
    """Reads that recur."""

    def latest_of(self, page_id: int) -> "Attestation | None":
        """Return the last attestation of a page, with its physician, in one query."""
        return self.filter(page=page_id).select_related("reviewed_by").order_by("-id").first()


class Attestation(AppendOnly):
    """A physician signed for a page, as it was live then.

    These rows are not fields of the page: publishing an older version would bring older dates back.
    """

    page = models.ForeignKey("wagtailcore.Page", models.PROTECT, related_name="attestations")
    reviewed_on = models.DateField(_("reviewed on"))
    reviewed_by = models.ForeignKey(
        Physician, models.PROTECT, related_name="+", verbose_name=_("reviewed by"), help_text=_("The physician.")
    )
    next_review_due = models.DateField(_("next review due"))
    note = models.TextField(_("note"), blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision", models.DO_NOTHING, related_name="+", db_constraint=False, null=True, blank=True
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = AttestationQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        indexes = [models.Index(fields=["page", "-id"], name="attestation_latest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_review_due__gt=models.F("reviewed_on")), name="next_review_comes_after"
            ),
        ]
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.reviewed_on}"


class AttestationReminder(models.Model):
    """The owner of a page has been told that an attestation comes due on this day. They are told once."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    due = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    queued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "due", "owner"], name="one_reminder_an_attestation")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.due}"
