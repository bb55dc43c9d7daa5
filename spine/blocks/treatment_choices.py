"""The treatments of a condition."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, PageChooserBlock, RichTextBlock, StructBlock

from .chosen_pages import HeadedPagesValue
from .headed import heading_block


class Treatments(StructBlock):
    """Text about the choices, and a card for each treatment page."""

    heading = heading_block()
    text = RichTextBlock(
        label=_("Text"),
        features=["h3", "bold", "ol", "ul", "link"],
        help_text=_("What the options are, and what the choice depends on."),
    )
    pages = ListBlock(
        PageChooserBlock(page_type="spine.TreatmentPage", label=_("Treatment page")),
        label=_("Treatment pages"),
        min_num=1,
        help_text=_("Each becomes a card with its title and summary while it is published and not private."),
    )

    class Meta:
        icon = "plus-inverse"
        label = _("Treatments")
        description = _("Text about the choices, and a card for each treatment page.")
        preview_value = {"heading": "How it is treated", "text": "<p>You may need one treatment or more.</p>"}
        template = "spine/blocks/treatments.html"
        value_class = HeadedPagesValue
