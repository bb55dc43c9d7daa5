"""Filters of the queue that staff keep under a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    """Queries that several places need."""

    def seen_by(self, staff_id: int) -> "SavedFilterQuerySet":
        """Return one's own and the shared ones, the shared ones first."""
        return self.filter(Q(owner=staff_id) | Q(is_shared=True)).order_by("-is_shared", "name", "id")


class SavedFilter(models.Model):
    """A tab of the queue with filters, under a name: its owner's, or everyone's."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(max_length=500, help_text=_("The query of its address: tab=new&clinic=3."))
    is_shared = models.BooleanField(_("for everyone"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        permissions = [("share_savedfilter", "Can share saved filters with everyone")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_filter_name_is_the_owners_only_one"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_filter_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
