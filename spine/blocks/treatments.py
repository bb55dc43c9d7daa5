"""The way from a condition to its treatments."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, PageChooserBlock, RichTextBlock, StructBlock

from .headed import HeadedValue, heading_block


class TreatmentsValue(HeadedValue):
    """The chosen treatment pages, without those that nobody may see yet."""

    @property
    def live_pages(self) -> list[Any]:
        """Return the published treatment pages in the editor's order."""
        return [page for page in self["pages"] if page is not None and page.live]


class Treatments(StructBlock):
    """Text about the choices, and a card for each treatment page."""

    heading = heading_block()
    text = RichTextBlock(label=_("Text"), features=["h3", "bold", "ol", "ul", "link"])
    pages = ListBlock(PageChooserBlock(page_type="spine.TreatmentPage"), label=_("Treatment pages"), min_num=1)

    class Meta:
        icon = "plus-inverse"
        label = _("Treatments")
        template = "spine/blocks/treatments.html"
        value_class = TreatmentsValue
