"""The auditors' page of erasures: what was erased, when, by which rule, in numbers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.admin.access_log import FIRST_YEAR, LAST_YEAR, MOMENTS, LatestReadings
from appointments.admin.sections import SECTIONS, Section
from appointments.admin.titled_list import TitledList
from appointments.workflow import ClosedReason

from .erasure import Erasure

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
class ErasureAdmin(TitledList):
    """A list that can be read and not changed."""

    list_title = _("Erasures")
    list_about = _("What was erased, when, by which rule, and how many rows. Each run ends with a row of its own.")
    empty_words = _("Nothing has been erased yet.")
    list_display = ["at", "rule", "requests", "row_number", "ran_by", "ticket"]
    list_filter = ["what", "at"]
    list_display_links = None
    paginator = LatestReadings
    show_full_result_count = False

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

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address but those of the list's own links."""
        return lookup == "what__exact" or (lookup in MOMENTS and FIRST_YEAR <= value[:4] <= LAST_YEAR)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: the command writes it."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False
