"""Treatments, explained."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from physicians.models import Condition
from physicians.structured_data import Node
from spine.blocks import PageBody
from spine.blocks.blocks_field import BlocksField
from spine.structured_data.condition_data import named_condition

from .condition_pages import ConditionPage
from .public_page import BodyPage, PublicPage


class TreatmentIndexPage(PublicPage):
    """The list of treatments."""

    schema_type = "CollectionPage"
    max_count = 1
    parent_page_types = ["spine.HomePage"]
    subpage_types = ["spine.TreatmentPage"]

    class Meta:
        verbose_name = _("list of treatments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the treatments."""
        context = super().get_context(request, *args, **kwargs)
        context["treatment_pages"] = TreatmentPage.objects.child_of(self).live().public().order_by("title")
        return context


class TreatmentPage(BodyPage):
    """One treatment, and the conditions it is for."""

    schema_type = "MedicalWebPage"
    kind_in_search = _("Treatment")

    conditions = ParentalManyToManyField(
        Condition, related_name="treatment_pages", verbose_name=_("conditions it treats"), blank=True
    )
    body = BlocksField(PageBody(), verbose_name=_("content"))

    content_panels = [
        *BodyPage.content_panels,
        FieldPanel(
            "conditions",
            widget=CheckboxSelectMultiple,
            help_text=_("If there is only one, the buttons lead to its doctors and prefill the request."),
        ),
        FieldPanel("body", help_text=_("Text and everything else is in blocks, in reading order. Add one with +.")),
    ]

    parent_page_types = ["spine.TreatmentIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("treatment page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the published pages of the conditions that it treats."""
        context = super().get_context(request, *args, **kwargs)
        context["condition_pages"] = ConditionPage.objects.live().public().filter(condition__in=self.conditions.all())
        return context

    def about(self) -> Condition | None:
        """Return the condition it treats, if there is only one."""
        conditions = [condition for condition in self.conditions.all() if condition.live][:2]
        return conditions[0] if len(conditions) == 1 else None

    def main_entity(self) -> Node:
        """Return the treatment. No field says that it is surgery, so it isn't called that."""
        return {
            "@type": "MedicalTherapy",
            "@id": f"{self.full_url}#treatment",
            "name": self.title,
            "url": self.full_url,
            "description": self.summary,
        }

    def page_properties(self) -> Node:
        """Return the conditions that it is for."""
        return {"about": [named_condition(condition) for condition in self.conditions.all() if condition.live]}
