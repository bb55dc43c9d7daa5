"""Where the CMS shows the checks: the report of broken links, the preview, hints, and pages that are not copied."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy

from .broken_links_report import BrokenLinksReport
from .hints import hints
from .preview_checker import use_our_checker

SUBMITTING = {"action-submit", "action-restart-workflow"}


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Return the addresses of the report."""
    return [
        path("reports/broken-links/", BrokenLinksReport.as_view(), name="spine_broken_links"),
        path(
            "reports/broken-links/results/",
            BrokenLinksReport.as_view(results_only=True),
            name="spine_broken_links_results",
        ),
    ]


class PagesReportMenuItem(MenuItem):
    """A report for people who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to people with any right to a page."""
        return bool(page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


@hooks.register("register_reports_menu_item")
def broken_links_menu_item() -> MenuItem:
    """Add the report to the menu."""
    return PagesReportMenuItem(
        _("Broken links"), reverse("spine_broken_links"), name="broken-links", icon_name="link", order=650
    )


@hooks.register("construct_wagtail_userbar")
def our_checker(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Check links in the preview too."""
    use_our_checker(items)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def hints_at_submission(request: HttpRequest, page: Page) -> None:
    """Say what could be better once a page is submitted. It is saved, and nothing is held up."""
    if SUBMITTING & set(request.POST):
        for hint in hints(page.specific):
            messages.warning(request, hint)


@hooks.register("before_copy_page")
def refuse_to_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why a page, or one below it, can't be copied. The database would refuse it without a word."""
    kinds = [model for model in get_page_models() if getattr(model, "why_not_copied", "")]
    refused = Page.objects.descendant_of(page, inclusive=True).type(*kinds).first()
    if refused is None:
        return None
    messages.error(request, refused.specific_class.why_not_copied)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
