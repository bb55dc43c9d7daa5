"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StructBlock

from .headed import HeadedValue, heading_block


class Section(StructBlock):
    """A heading and the text below it. Its subheadings are all level 3, so no level is skipped."""

    heading = heading_block()
    text = RichTextBlock(
        label=_("Text"),
        features=["h3", "bold", "ol", "ul", "link"],
        help_text=_("Short paragraphs. Link text should say where the link goes, not “click here”."),
    )

    class Meta:
        icon = "title"
        label = _("Section")
        description = _("A heading and the text below it, for anything without a block of its own.")
        preview_value = {"heading": "What happens next", "text": "<p>We call you within <b>2 business days</b>.</p>"}
        template = "spine/blocks/section.html"
        value_class = HeadedValue
