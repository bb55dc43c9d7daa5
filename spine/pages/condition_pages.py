"""Conditions, explained."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from physicians.models import Condition, Physician
from physicians.structured_data import Node
from spine.blocks import ConditionBody
from spine.blocks.blocks_field import BlocksField
from spine.structured_data.condition_data import explained_condition

from .public_page import BodyPage, PublicPage


def conditions_without_page() -> models.QuerySet[Condition]:
    """Return the conditions that a published physician treats and no published page explains."""
    return Condition.objects.live().filter(
        models.Exists(Physician.objects.live().filter(conditions=models.OuterRef("pk"))),
        ~models.Exists(ConditionPage.objects.live().filter(condition=models.OuterRef("pk"))),
    )


class ConditionIndexPage(PublicPage):
    """The list of conditions."""

    schema_type = "CollectionPage"
    max_count = 1
    parent_page_types = ["spine.HomePage"]
    subpage_types = ["spine.ConditionPage"]

    class Meta:
        verbose_name = _("list of conditions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the conditions with a page, and those that only the directory knows."""
        context = super().get_context(request, *args, **kwargs)
        context["condition_pages"] = ConditionPage.objects.child_of(self).live().public().order_by("title")
        context["other_conditions"] = conditions_without_page()
        return context


class ConditionPage(BodyPage):
    """Everything about one condition of the shared vocabulary."""

    schema_type = "MedicalWebPage"
    kind_in_search = _("Condition")
    why_not_copied = _(
        "A condition has one page only. Add a page for the other condition instead of copying this one."
    )

    condition = models.OneToOneField(
        Condition,
        on_delete=models.PROTECT,
        related_name="page",
        verbose_name=_("condition"),
        help_text=_("The buttons of this page lead to its doctors and to a request about it."),
    )
    body = BlocksField(ConditionBody(), verbose_name=_("content"))

    content_panels = [
        FieldPanel(
            "condition",
            help_text=_(
                "Choose it first: only then can the page be saved and previewed. The buttons of this page lead to its "
                "doctors and to a request about it."
            ),
        ),
        *BodyPage.content_panels,
        FieldPanel(
            "body",
            help_text=_(
                "The order in which a frightened person asks: what it is, what you may notice, when to get help, how "
                "it is treated, what happens next, who treats it. Add a block with +."
            ),
        ),
    ]

    parent_page_types = ["spine.ConditionIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("condition page")

    def about(self) -> Condition | None:
        """Return its condition. A new page has none yet, and an unpublished condition leads nowhere."""
        return self.condition if self.condition_id and self.condition.live else None

    def main_entity(self) -> Node:
        """Return the condition with its symptoms and treatments."""
        return explained_condition(self.condition, address=self.full_url, summary=self.summary, body=self.body)
