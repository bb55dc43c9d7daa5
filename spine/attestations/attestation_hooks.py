"""Where attestations appear in the CMS: addresses, buttons, the report, the start page, a page's history."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page

from .attest import LOG_ACTION
from .attest_view import AttestView
from .attestation import Attestation
from .attestation_dates import is_clinical, may_attest
from .attestation_report import AttestationReportView, may_see_report
from .attestations_due_panel import AttestationsDuePanel


@hooks.register("register_admin_urls")
def attestation_addresses() -> list[URLPattern]:
    """Return the addresses below /cms/."""
    return [
        path("pages/<int:page_id>/review/", AttestView.as_view(), name="spine_attest"),
        path("reports/reviews/", AttestationReportView.as_view(), name="spine_attestation_report"),
        path(
            "reports/reviews/results/",
            AttestationReportView.as_view(results_only=True),
            name="spine_attestation_report_results",
        ),
    ]


def attestation_buttons(page: Page, user: Any, next_url: str | None, priority: int) -> Iterator[Button]:
    """Yield the button if this person may sign this page."""
    if page.live and may_attest(user) and is_clinical(page):
        url = reverse("spine_attest", args=[page.pk])
        if next_url:
            url += "?" + urlencode({"next": next_url})
        yield Button(_("Record a review"), url=url, icon_name="success", priority=priority)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer it in the menu beside the page's title."""
    return attestation_buttons(page, user, next_url, priority=12)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer it in lists of pages."""
    return attestation_buttons(page, user, next_url, priority=7)


class ReportMenuItem(MenuItem):
    """The report in the Reports menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to people who can open it."""
        return may_see_report(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """Add the report to the menu."""
    return ReportMenuItem(
        gettext_lazy("Reviews of pages"), reverse_lazy("spine_attestation_report"), icon_name="success", order=50
    )


@hooks.register("construct_homepage_panels")
def start_page_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add the pages that are waiting for a physician."""
    panels.append(AttestationsDuePanel())


@hooks.register("register_log_actions")
def log_action(actions: LogActionRegistry) -> None:
    """Put attestations into the history of their page."""

    @actions.register_action(LOG_ACTION)
    class AttestationRecorded(LogFormatter):
        """One line of the history."""

        label = gettext_lazy("Record a review")

        def format_message(self, log_entry: Any) -> str:
            """Say who signed it, when, and when that is due again."""
            days = {
                name: date_format(day, "F j, Y") if (day := parse_date(log_entry.data.get(name, ""))) else "?"
                for name in ("reviewed_on", "next_review_due")
            }
            words = _("Reviewed by %(physician)s on %(reviewed_on)s, next review due %(next_review_due)s")
            return words % (days | {"physician": log_entry.data.get("physician", "?")})


def refuse_to_delete_attested(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """Keep a page that a physician has signed, or one above it. The database would refuse without a word."""
    for page in pages:
        if Attestation.objects.filter(page__in=page.get_descendants(inclusive=True)).exists():
            messages.error(
                request,
                _(
                    "A physician has signed this page, or one below it, so it is kept with its reviews. "
                    "To take it off the site, unpublish it."
                ),
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_delete_page")
def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer “Delete” for one page."""
    return refuse_to_delete_attested(request, [page])


@hooks.register("before_bulk_action")
def before_bulk_delete(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Answer “Delete” for several."""
    if action_type != "delete" or not issubclass(action_class_instance.model, Page):
        return None
    return refuse_to_delete_attested(request, objects)
