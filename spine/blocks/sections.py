"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StructBlock

from .headed import HeadedValue, heading_block


class Section(StructBlock):
    """A heading and what stands below it; its subheadings are of the third level only, so the order stays right."""

    heading = heading_block()
    text = RichTextBlock(label=_("Text"), features=["h3", "bold", "ol", "ul", "link"])

    class Meta:
        icon = "title"
        label = _("Section")
        template = "spine/blocks/section.html"
        value_class = HeadedValue
