"""What helps editors: the report of broken links, the checks, and refusals in words."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from spine.checking.hints import hints
from spine.models import ConditionPage

from .broken_links_report import BrokenLinksReport
from .checker import use_our_checker

SUBMITTING = {"action-submit", "action-restart-workflow"}

# The dialog puts its action into the editor's form and sends that. Autosave sees a changed form, and would send the
# same action a second time, to a workflow that is already over.
NO_SAVING_WHILE_APPROVING = """<script>
document.addEventListener("w-autosave:save", (event) => {
  if (event.detail.formData.has("action-workflow-action")) event.preventDefault();
});
</script>"""


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
    """Shown to whoever works on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask Wagtail."""
        return bool(page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


@hooks.register("register_reports_menu_item")
def broken_links_menu_item() -> MenuItem:
    """Put the report into the menu."""
    return PagesReportMenuItem(
        _("Broken links"), reverse("spine_broken_links"), name="broken-links", icon_name="link", order=650
    )


@hooks.register("construct_wagtail_userbar")
def our_checker(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Check links in the preview too."""
    use_our_checker(items)


@hooks.register("insert_editor_js")
def no_saving_while_approving() -> SafeString:
    """Let an approval be sent once."""
    return mark_safe(NO_SAVING_WHILE_APPROVING)  # noqa: S308  a constant


@hooks.register("before_edit_page")
def already_decided(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say so where a second reviewer decides on what has just been decided; Wagtail would fail without a word."""
    if "action-workflow-action" not in request.POST or page.current_workflow_task is not None:
        return None
    messages.warning(request, _now("This page no longer waits for a review. Somebody has just decided on it."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def hints_at_submission(request: HttpRequest, page: Page) -> None:
    """Say what could be better once a page is on its way to review: it is saved, and nothing is held up."""
    if SUBMITTING & set(request.POST):
        for hint in hints(page.specific):
            messages.warning(request, hint)


@hooks.register("before_copy_page")
def refuse_to_copy_a_condition_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why there is no second page about one condition; the database would refuse it without a word."""
    if not ConditionPage.objects.descendant_of(page, inclusive=True).exists():
        return None
    messages.error(
        request,
        _now("A condition has one page only. Add a page for the other condition instead of copying this one."),
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
