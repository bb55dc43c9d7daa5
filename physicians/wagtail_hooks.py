"""What the CMS has of this app. Everything is made in `cms`; here it is registered."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
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
    """Return the addresses below /cms/."""
    return [
        path("directory/verify/", VerificationView.as_view(), name=QUEUE),
        path("directory/verify/results/", VerificationView.as_view(results_only=True), name=f"{QUEUE}_results"),
        path("directory/verify/<int:pk>/", verify_view, name="physicians_verify"),
        path("directory/verify/<int:pk>/take-back/", take_back_view, name="physicians_take_back"),
        path("directory/try/", TrySearchView.as_view(), name=TRY),
    ]


@hooks.register("register_admin_search_area")
def search_area() -> SearchArea:
    """Let the search of the menu begin with physicians where somebody has no pages to search."""
    return PhysicianSearchArea(
        gettext_lazy("Physicians"), reverse_lazy(PHYSICIANS), name="physicians", icon_name="user", order=150
    )


@hooks.register("construct_homepage_panels")
def start_page_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add how many profiles wait."""
    panels.append(VerificationPanel())


@hooks.register("register_log_actions")
def log_action(actions: LogActionRegistry) -> None:
    """Put verifications, and what the roster changed, into the history of their profile."""

    @actions.register_action(LOG_ACTION)
    class Verified(LogFormatter):
        """One line of the history."""

        label = gettext_lazy("Verify the details")

        def format_message(self, log_entry: Any) -> str:
            """Say as of when."""
            day = parse_date(log_entry.data.get("verified_on", ""))
            return _("Details verified on %(day)s") % {"day": date_format(day, "F j, Y") if day else "?"}

    actions.register_action(TAKEN_BACK, _("Take the verification back"), _("Verification taken back"))

    @actions.register_action(ROSTER_LOG_ACTION)
    class TakenFromRoster(LogFormatter):
        """One line of the history."""

        label = gettext_lazy("Take over the roster")

        def format_message(self, log_entry: Any) -> str:
            """Say what changed."""
            columns = ", ".join(ROSTER.header_of(field) for field in log_entry.data.get("fields", []))
            return _("Changed by the hospital's roster: %(columns)s") % {"columns": columns}
