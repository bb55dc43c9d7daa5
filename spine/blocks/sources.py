"""Where the facts of a page come from."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, URLBlock

from .headed import HeadedValue, heading_block


class Source(StructBlock):
    """One publication."""

    title = CharBlock(label=_("Title"), max_length=150, help_text=_("As published."))
    publisher = CharBlock(label=_("Published by"), max_length=100)
    address = URLBlock(
        label=_("Web address"), required=False, help_text=_("Copy it from the browser. It starts with https://")
    )

    class Meta:
        icon = "link-external"
        label = _("Source")


class Sources(StructBlock):
    """The list of sources."""

    heading = heading_block(default=_("Sources"))
    sources = ListBlock(Source(), label=_("Sources"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Sources")
        description = _("Where the facts on the page come from. Put it at the end.")
        preview_value = {"heading": "Sources", "sources": [{"title": "Spinal tumor", "publisher": "MedlinePlus"}]}
        template = "spine/blocks/sources.html"
        value_class = HeadedValue
