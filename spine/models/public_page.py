"""What all pages have in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from physicians.models import Condition

HOME_DEPTH = 2  # the root of the tree is at 1


class PublicPage(Page):
    """A page with a summary, which stands below its title and in lists of pages."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences. They stand below the title, and in lists that lead to this page."),
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages between the home page and this one."""
        context = super().get_context(request, *args, **kwargs)
        between = self.get_ancestors().filter(depth__gt=HOME_DEPTH) if self.depth > HOME_DEPTH + 1 else []
        context["crumbs"] = [{"title": page.title, "url": page.get_url(request)} for page in between]
        return context


class BodyPage(PublicPage):
    """A page that is a stack of blocks; subclasses add the `body`."""

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what leads into the page (contents, emergency card) and the condition that its buttons prefill."""
        context = super().get_context(request, *args, **kwargs)
        context["condition"] = self.about()
        context["contents"] = [block.value for block in self.body if block.block_type != "call_to_action"]
        context["emergency_card"] = next(
            (block.value for block in self.body if block.block_type == "care_card" and block.value.is_emergency), None
        )
        return context

    def about(self) -> Condition | None:
        """Return the one condition that this page is about, if there is one."""
        return None
