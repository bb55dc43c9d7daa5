"""Registers this app's part of the CMS; `cms` defines it."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet

from .cms.directory_menu import PHYSICIANS, DirectoryGroup, PhysicianSearchArea
from .cms.try_search import TRY, TrySearchView
from .cms.verification_queue import VerificationView
from .cms.verification_views import QUEUE, VerificationPanel, take_back_view, verify_view
from .imports.roster_columns import ROSTER
from .services.profile_verification import LOG_ACTION, TAKEN_BACK
from .services.roster_changes import LOG_ACTION as ROSTER_LOG_ACTION

register_snippet(DirectoryGroup)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Add the addresses of the queue and of “Try a search” below /cms/."""
    return [
        path("directory/verify/", VerificationView.as_view(), name=QUEUE),
        path("directory/verify/results/", VerificationView.as_view(results_only=True), name=f"{QUEUE}_results"),
        path("directory/verify/<int:pk>/", verify_view, name="physicians_verify"),
        path("directory/verify/<int:pk>/take-back/", take_back_view, name="physicians_take_back"),
        path("directory/try/", TrySearchView.as_view(), name=TRY),
    ]


@hooks.register("register_admin_search_area")
def search_area() -> SearchArea:
    """Make the menu's search start with physicians, for users who can't search pages."""
    return PhysicianSearchArea(
        gettext_lazy("Physicians"), reverse(PHYSICIANS), name="physicians", icon_name="user", order=150
    )


@hooks.register("construct_homepage_panels")
def start_page_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add the number of profiles to verify."""
    panels.append(VerificationPanel())


@hooks.register("register_log_actions")
def log_action(actions: LogActionRegistry) -> None:
    """Add verifications, and changes by the roster, to the profile's history."""

    @actions.register_action(LOG_ACTION)
    class Verified(LogFormatter):
        """“Details verified on …”."""

        label = gettext_lazy("Verify the details")

        def format_message(self, log_entry: Any) -> str:
            """Name the day."""
            day = parse_date(log_entry.data.get("verified_on", ""))
            return _("Details verified on %(day)s") % {"day": date_format(day, "F j, Y") if day else "?"}

    actions.register_action(TAKEN_BACK, _("Take the verification back"), _("Verification taken back"))

    @actions.register_action(ROSTER_LOG_ACTION)
    class ChangedByRoster(LogFormatter):
        """“Changed by the hospital's roster: …”."""

        label = gettext_lazy("Import the roster")

        def format_message(self, log_entry: Any) -> str:
            """Name the columns that changed."""
            columns = ", ".join(ROSTER.header_of(field) for field in log_entry.data.get("fields", []))
            return _("Changed by the hospital's roster: %(columns)s") % {"columns": columns}
