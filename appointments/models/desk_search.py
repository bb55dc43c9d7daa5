"""What someone typed at the desk to find a request."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from physicians.append_only import AppendOnly, refuse_changes

from .from_where import FromWhere

LONGEST = 200  # characters that are kept


class DeskSearch(FromWhere, AppendOnly):
    """A search, as it was typed. It may hold a patient's name: only auditors read it.

    The words are erased with the last request that they found; the rest of the row stays as long as the access log.
    """

    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("staff member"),
    )
    typed = models.CharField(_("what was typed"), max_length=LONGEST)
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta(AppendOnly.Meta):
        ordering = ["-at", "-id"]
        verbose_name = _("desk search")
        verbose_name_plural = _("desk searches")
        indexes = [
            models.Index(fields=["staff", "at", "id"], name="desk_search_by_staff"),
            models.Index(fields=["at", "id"], name="desk_search_by_time"),
        ]
        triggers = [refuse_changes(eraser_may=("UPDATE", "DELETE"))]

    def __str__(self) -> str:
        return f"{self.staff} {self.at:%Y-%m-%d %H:%M}"
