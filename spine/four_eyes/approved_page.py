"""The part of a page that makes it wait for a second person."""

from typing import Any

from wagtail.models import Page

from physicians.submitted_versions import KeepsSubmittedVersions

from .copy_as_draft import CopyAsDraftForm
from .page_permissions import ApprovedPageTester


class ApprovedPage(KeepsSubmittedVersions, Page):
    """A page that no one publishes alone. Its table has the triggers that guard_page() puts there."""

    copy_form_class = CopyAsDraftForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> ApprovedPageTester:
        """Return what this person may do with the page."""
        return ApprovedPageTester(user, self)
