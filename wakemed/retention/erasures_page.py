"""The auditors' page of erasures: what was erased, when, by which rule, in numbers."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.admin.log_list import LogList
from appointments.admin.sections import SECTIONS, Section
from appointments.workflow import ClosedReason
from wakemed.models import Erasure

SECTIONS.append(
    Section(
        label=_("Erasures"),
        about=_("What was erased because its time was over, or because someone asked for it: numbers, no names."),
        view="wakemed_erasure_changelist",
        permission="wakemed.view_erasure",
        rooms=("wakemed/erasure",),
    )
)


@admin.register(Erasure)
class ErasureAdmin(LogList):
    """The erasures, in numbers."""

    list_title = _("Erasures")
    list_about = _("What was erased, when, by which rule, and how many rows. Each run ends with a row of its own.")
    empty_words = _("Nothing has been erased yet.")
    list_display = ["at", "rule", "requests", "row_number", "ran_by", "ticket"]
    list_filter = ["what", "at"]
    kinds = ("what__exact",)

    @admin.display(description=_("what"))
    def rule(self, erasure: Erasure) -> SafeString:
        """Return the rule, the reason for closing and how long it was kept."""
        parts: list[Any] = [erasure.get_what_display()]
        if erasure.closed_reason:
            parts.append(ClosedReason(erasure.closed_reason).label)
        if erasure.kept_days:
            parts.append(_("kept for %(days)d days") % {"days": erasure.kept_days})
        return format_html("<bdi>{}</bdi>", "; ".join(str(part) for part in parts))

    @admin.display(description=_("rows"))
    def row_number(self, erasure: Erasure) -> int:
        """Return how many rows were erased or cut off."""
        return sum(erasure.rows.values())
