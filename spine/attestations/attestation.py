"""When a page was last read as a whole, by whom, and when that is due again."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from physicians.append_only import AppendOnly
from physicians.models import Physician


class ContentReviewQuerySet(models.QuerySet["ContentReview"]):
    """Reads that recur."""

    def latest_of(self, page_id: int) -> "ContentReview | None":
        """Return the last review of a page, with its physician, in one query."""
        return self.filter(page=page_id).select_related("reviewed_by").order_by("-id").first()


class ContentReview(AppendOnly):
    """One review. Its rows are the page's `last_reviewed`, `reviewed_by` and `next_review_due`, and their history.

    They are no fields of the page: publishing an older version would bring older dates back.
    """

    page = models.ForeignKey("wagtailcore.Page", models.PROTECT, related_name="content_reviews")
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

    objects = ContentReviewQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        indexes = [models.Index(fields=["page", "-id"], name="content_review_latest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_review_due__gt=models.F("reviewed_on")), name="next_review_comes_after"
            ),
        ]
        verbose_name = _("review of a page")
        verbose_name_plural = _("reviews of pages")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.reviewed_on}"


class ReviewReminder(models.Model):
    """The owner of a page was told once that a review comes due on this day."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    due = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    queued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "due", "owner"], name="one_reminder_a_review")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.due}"
