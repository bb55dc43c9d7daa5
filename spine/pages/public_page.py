"""What every page of the site is, and what a kind of page declares about itself (docs/how-to/add-a-page-kind.md)."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, PublishingPanel
from wagtail.search import index

from physicians.models import Condition
from spine.attestations.attested_page import AttestedPage
from spine.blocks.figures import Shape
from spine.blocks.headed import HeadedValue
from spine.four_eyes.approved_page import ApprovedPage
from spine.structured_data.described_page import DescribedPage
from spine.structured_data.link_picture import LinkPicture, picture_of_figure

from .promote_panels import PROMOTE_PANELS

HOME_DEPTH = 2  # the root of the tree is at 1


class PublicPage(ApprovedPage, DescribedPage, AttestedPage):
    """A page with a summary. It waits for a second person, and machines are told what it is about."""

    kind_in_search: ClassVar[str | Promise] = ""  # shown above its title in the site's search
    why_not_copied: ClassVar[str | Promise] = ""  # a sentence: editors can't copy such a page

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences, shown below the title and in lists that link to this page."),
    )

    settings_panels = [
        PublishingPanel(
            help_text=_(
                "Set the times and save, then submit the page as usual. Once a reviewer has approved it, "
                "it goes live and comes down at these times, which are the clinic’s."
            )
        ),
        CommentPanel(),
    ]
    content_panels = [*ApprovedPage.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS
    search_fields = [*ApprovedPage.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages between the home page and this one."""
        context = super().get_context(request, *args, **kwargs)
        between = self.get_ancestors().filter(depth__gt=HOME_DEPTH) if self.depth > HOME_DEPTH + 1 else []
        context["crumbs"] = [{"title": page.title, "url": page.get_url(request)} for page in between]
        return context


class BodyPage(PublicPage):
    """A page that is a stack of blocks; a kind of page adds the `body`."""

    is_clinical = True
    body: Any

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the contents, the emergency card, and the condition that the buttons prefill."""
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

    @cached_property
    def link_picture(self) -> LinkPicture:
        """Return the first figure of the page; the site's picture on a page without one."""
        for block in self.body.blocks_by_name("figure"):
            image = block.value["image"]
            if image is not None:
                alt = "" if image.decorative else image.contextual_alt_text or ""
                return picture_of_figure(image, is_cut=block.value["shape"] == Shape.WIDE, alt=alt)
        return super().link_picture
