"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StructBlock

from .headed import HeadedValue, heading_block


class Section(StructBlock):
    """A heading and what stands below it; its subheadings are of the third level only, so the order stays right."""

    heading = heading_block()
    text = RichTextBlock(
        label=_("Text"),
        features=["h3", "bold", "ol", "ul", "link"],
        help_text=_("Short paragraphs. The words of a link say where it leads: not “click here”."),
    )

    class Meta:
        icon = "title"
        label = _("Section")
        description = _("A heading and the text below it: for everything that has no block of its own.")
        preview_value = {"heading": "What happens next", "text": "<p>We call you within <b>2 business days</b>.</p>"}
        template = "spine/blocks/section.html"
        value_class = HeadedValue
