"""Which notices show when."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _


class NoticeLevel(models.TextChoices):
    """How loud a notice is, the loudest first."""

    EMERGENCY = "emergency", _("Emergency")
    WARNING = "warning", _("Warning")
    INFO = "info", _("Information")


class NoticeState(models.TextChoices):
    """What a notice is at some moment."""

    SHOWN = "shown", _("Shown now")
    PLANNED = "planned", _("Planned")
    OVER = "over", _("Over")
    DRAFT = "draft", _("Not published")


class NoticeQuerySet(models.QuerySet[Any]):
    """Which notices show when. A notice shows from its first moment until just before its last."""

    def with_state(self, moment: datetime) -> "NoticeQuerySet":
        """Annotate each with its `state` at a moment."""
        return self.annotate(
            state=Case(
                When(live=False, then=Value(NoticeState.DRAFT.value)),
                When(show_until__lte=moment, then=Value(NoticeState.OVER.value)),
                When(show_from__gt=moment, then=Value(NoticeState.PLANNED.value)),
                default=Value(NoticeState.SHOWN.value),
                output_field=models.CharField(),
            )
        )

    def shown_at(self, moment: datetime) -> "NoticeQuerySet":
        """Return the published notices that show at this moment, the loudest first, in one query with their pages."""
        loudness = Case(*(When(level=level, then=n) for n, level in enumerate(NoticeLevel.values)))
        return (
            self.filter(live=True)
            .filter(Q(show_from__isnull=True) | Q(show_from__lte=moment))
            .filter(Q(show_until__isnull=True) | Q(show_until__gt=moment))
            .select_related("link_page")
            .order_by(loudness, "id")
        )
