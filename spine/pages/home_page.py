"""The home page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from physicians.models import Organization
from physicians.structured_data import Node
from spine.blocks import StepsBody
from spine.blocks.blocks_field import BlocksField
from spine.structured_data.hospital_data import hospital

from .condition_pages import ConditionPage, conditions_without_page
from .information_pages import InformationPage
from .public_page import PublicPage
from .treatment_pages import TreatmentPage


class HomePage(PublicPage):
    """Who we help, what to do next, and the way into everything else."""

    heading = models.CharField(_("heading"), max_length=100, help_text=_("The first words a visitor reads."))
    steps = BlocksField(StepsBody(max_num=4), verbose_name=_("how it works"))

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("heading"),
        FieldPanel("steps", help_text=_("Up to four steps, in order. They number themselves.")),
    ]

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the published pages that it leads to; information pages only if they are in menus."""
        context = super().get_context(request, *args, **kwargs)
        context["condition_pages"] = ConditionPage.objects.live().public().select_related("condition")
        context["other_conditions"] = conditions_without_page()
        context["treatment_pages"] = TreatmentPage.objects.live().public()
        context["information_pages"] = InformationPage.objects.live().public().in_menu()
        return context

    def structured_data(self, crumbs: Iterable[Mapping[str, Any]], organization: Organization | None) -> list[Node]:
        """Return the page and the hospital. The home page has no trail: it is where each trail starts."""
        return [self.web_page(organization), *([hospital(organization)] if organization else [])]
