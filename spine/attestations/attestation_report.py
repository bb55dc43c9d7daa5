"""The report “Reviews of pages”: what is overdue, due soon or was never reviewed, and who owns it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.reports.base import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from .attestation import Attestation
from .attestation_dates import AttestationState, may_attest, pages_with_attestation
from .attestation_filters import AttestationFilters


def may_see_report(user: Any) -> bool:
    """Return True if this person works on pages or signs them."""
    return may_attest(user) or page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])


def in_words(name: str) -> Any:
    """Return a function that puts a page's date of this name into words, "" for no date."""

    def accessor(page: Page) -> str:
        day = getattr(page, name)
        return date_format(day, "F j, Y") if day else ""

    return accessor


class PageColumn(ButtonsColumnMixin, TitleColumn):
    """The page's title, with what this person can do."""

    def get_link_url(self, instance: Any, parent_context: Any) -> str:
        """Lead a reviewer to the form and everyone else to the editor."""
        name = "spine_attest" if may_attest(parent_context["request"].user) else "wagtailadmin_pages:edit"
        return reverse(name, args=[instance.pk])

    def get_buttons(self, instance: Any, parent_context: Any) -> list[Button]:
        """Return the buttons that appear below the title."""
        user = parent_context["request"].user
        attest, edit = (reverse(name, args=[instance.pk]) for name in ("spine_attest", "wagtailadmin_pages:edit"))
        offered = [
            (may_attest(user), _("Record a review"), attest),
            (instance.permissions_for_user(user).can_edit(), _("Edit"), edit),
            (True, _("View live"), instance.url),
        ]
        return [
            Button(
                label,
                url=url,
                classname="button button-small button-secondary",
                attrs={"aria-label": f"{label}: {instance.title}"},
                priority=place,
            )
            for place, (may, label, url) in enumerate(offered)
            if may
        ]


class AttestationReportView(ReportView):
    """Live pages with the dates of their last attestation."""

    page_title = gettext_lazy("Reviews of pages")
    header_icon = "success"
    index_url_name = "spine_attestation_report"
    index_results_url_name = "spine_attestation_report_results"
    filterset_class = AttestationFilters
    default_ordering = ("attestation_state", "next_review_due", "title")
    verbose_name_plural = gettext_lazy("pages")
    export_filename = "reviews-of-pages"
    list_export = ["title", "full_url", "state", "next_review_due", "reviewed_on", "reviewer", "changed", "owner_name"]
    export_headings = {
        "full_url": gettext_lazy("Address"),
        "state": gettext_lazy("State"),
        "next_review_due": gettext_lazy("Next review due"),
        "reviewed_on": gettext_lazy("Reviewed on"),
        "reviewer": gettext_lazy("Reviewed by"),
        "changed": gettext_lazy("Changed since"),
        "owner_name": gettext_lazy("Owner"),
    }
    columns = [
        PageColumn("title", label=gettext_lazy("Page"), sort_key="title"),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            sort_key="attestation_state",
            primary=lambda page: page.attestation_state == AttestationState.OVERDUE,
        ),
        Column(
            "due",
            label=gettext_lazy("Next review due"),
            accessor=in_words("next_review_due"),
            sort_key="next_review_due",
        ),
        Column(
            "reviewed", label=gettext_lazy("Reviewed on"), accessor=in_words("reviewed_on"), sort_key="reviewed_on"
        ),
        Column("reviewer", label=gettext_lazy("Reviewed by")),
        Column("changed", label=gettext_lazy("Changed since")),
        Column("owner_name", label=gettext_lazy("Owner")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Turn away people who have nothing to do with pages."""
        if not may_see_report(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Page]:
        """Return the rows before a filter narrows them."""
        return pages_with_attestation().select_related("owner", "content_type")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Add the words to the rows. The table shows these same objects."""
        attestations = Attestation.objects.select_related("reviewed_by").in_bulk(
            [page.attestation for page in object_list]
        )
        for page in object_list:
            attestation = attestations.get(page.attestation)
            page.state = str(AttestationState(page.attestation_state).label)
            page.reviewer = str(attestation.reviewed_by) if attestation else ""
            page.changed = _("Yes") if attestation and attestation.revision_id != page.live_revision_id else ""
            page.owner_name = str(page.owner) if page.owner else _("Clinical reviewers")
        return object_list
