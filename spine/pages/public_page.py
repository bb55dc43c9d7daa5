"""What all pages have in common."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, PublishingPanel
from wagtail.models import Page
from wagtail.search import index

from physicians.models import Condition
from physicians.submitted_versions import KeepsSubmittedVersions
from spine.attestations.attestation import ContentReview
from spine.blocks.headed import HeadedValue
from spine.four_eyes.copy_as_draft import CopyAsDraftForm
from spine.four_eyes.page_permissions import ReviewedPageTester

from .promote_panels import PROMOTE_PANELS

HOME_DEPTH = 2  # the root of the tree is at 1


class PublicPage(KeepsSubmittedVersions, Page):
    """A page with a summary, which stands below its title and in lists of pages. A second person approves it."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences. They stand below the title, and in lists that lead to this page."),
    )

    settings_panels = [
        PublishingPanel(
            help_text=_(
                "Set the times and save, then submit as always. "
                "The page goes live and ends at those times once a reviewer has approved it. Times are the clinic's."
            )
        ),
        CommentPanel(),
    ]
    copy_form_class = CopyAsDraftForm
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> ReviewedPageTester:
        """Return what somebody may do with it."""
        return ReviewedPageTester(user, self)

    @cached_property
    def last_review(self) -> ContentReview | None:
        """Return the last recorded review."""
        return ContentReview.objects.latest_of(self.pk)

    @property
    def changed_since_review(self) -> datetime.datetime | None:
        """Return when the page was last published, where that is another version than the one last reviewed."""
        if self.last_review is None or self.last_review.revision_id == self.live_revision_id:
            return None
        return self.last_published_at

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the address; its date is that of the last review where nothing was published since."""
        reviewed = getattr(self, "last_review_recorded_at", None)
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return [url | {"lastmod": max(url["lastmod"], reviewed) if reviewed else url["lastmod"]} for url in urls]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages between the home page and this one."""
        context = super().get_context(request, *args, **kwargs)
        between = self.get_ancestors().filter(depth__gt=HOME_DEPTH) if self.depth > HOME_DEPTH + 1 else []
        context["crumbs"] = [{"title": page.title, "url": page.get_url(request)} for page in between]
        return context


class BodyPage(PublicPage):
    """A page that is a stack of blocks; subclasses add the `body`."""

    is_clinical: ClassVar[bool] = True  # a physician signs what it says, and the report asks for it

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what leads into the page (contents, emergency card) and the condition that its buttons prefill."""
        context = super().get_context(request, *args, **kwargs)
        context["condition"] = self.about()
        headed = [block.value for block in self.body if isinstance(block.value, HeadedValue)]
        context["contents"] = [value for value in headed if value.in_contents and value.anchor]
        context["emergency_card"] = next(
            (block.value for block in self.body if block.block_type == "care_card" and block.value.is_emergency), None
        )
        return context

    def about(self) -> Condition | None:
        """Return the one condition that this page is about, if there is one."""
        return None
