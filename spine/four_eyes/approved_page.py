"""The part of a page that makes it wait for a second person."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from physicians.spent_dates import ClearsSpentDates
from physicians.submitted_versions import KeepsSubmittedVersions

from .copy_as_draft import CopyAsDraftForm
from .page_permissions import ApprovedPageTester


class ApprovedPageForm(ClearsSpentDates, WagtailAdminPageForm):
    """Wagtail's form of a page, which can also be saved after the page has expired."""


class ApprovedPage(KeepsSubmittedVersions, Page):
    """A page that no one publishes alone. Its table has the triggers that guard_page() puts there."""

    base_form_class = ApprovedPageForm
    copy_form_class = CopyAsDraftForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> ApprovedPageTester:
        """Return what this person may do with the page."""
        return ApprovedPageTester(user, self)
