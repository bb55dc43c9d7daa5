"""The way from a condition to its treatments."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, PageChooserBlock, RichTextBlock, StructBlock

from .chosen_pages import HeadedPagesValue
from .headed import heading_block


class Treatments(StructBlock):
    """Text about the choices, and a card for each treatment page."""

    heading = heading_block()
    text = RichTextBlock(label=_("Text"), features=["h3", "bold", "ol", "ul", "link"])
    pages = ListBlock(PageChooserBlock(page_type="spine.TreatmentPage"), label=_("Treatment pages"), min_num=1)

    class Meta:
        icon = "plus-inverse"
        label = _("Treatments")
        template = "spine/blocks/treatments.html"
        value_class = HeadedPagesValue
