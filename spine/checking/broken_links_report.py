"""The report “Broken links” in Wagtail's menu “Reports”."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from .broken_links import BrokenLink, broken_links


class BrokenLinksReport(ReportView):
    """One line for each link, which leads to its block in the editor; also as CSV."""

    page_title = _("Broken links")
    header_icon = "link"
    index_url_name = "spine_broken_links"
    index_results_url_name = "spine_broken_links_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    is_searchable = False
    no_results_message = _("Every link on the live pages works. Links to other websites aren’t tested.")
    columns = [
        TitleColumn("page", label=_("Page or notice"), get_url=lambda row: row.edit_url),
        Column("place", label=_("Block")),
        Column("words", label=_("Link text")),
        Column("problem", label=_("What is wrong")),
        TitleColumn("edit", label=_("Fix it"), get_url=lambda row: row.edit_url, accessor=lambda _row: _("Edit")),
    ]
    list_export = ["page", "place", "words", "problem", "edit_url"]
    export_headings = {
        "page": _("Page or notice"),
        "place": _("Block"),
        "words": _("Link text"),
        "problem": _("What is wrong"),
        "edit_url": _("Address in the CMS"),
    }
    export_filename = "broken-links"

    def get_queryset(self) -> list[BrokenLink]:
        """Return the lines. No table holds them."""
        return broken_links()

    def filter_queryset(self, queryset: Any) -> Any:
        """Return them all."""
        return queryset
