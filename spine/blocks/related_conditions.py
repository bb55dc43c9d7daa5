"""Cards that lead to similar conditions."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, PageChooserBlock, StructBlock

from .chosen_pages import WayOnPagesValue
from .headed import heading_block


class RelatedConditions(StructBlock):
    """A card for each page. Without a page that anyone can open, the block shows nothing."""

    heading = heading_block(default=_("Related conditions"))
    pages = ListBlock(
        PageChooserBlock(page_type="spine.ConditionPage", label=_("Condition page")),
        label=_("Condition pages"),
        min_num=1,
        max_num=6,
        help_text=_("A page is shown here as soon as it is published, and is left out while it is private."),
    )

    class Meta:
        icon = "link"
        label = _("Related conditions")
        description = _("Cards that lead to the pages of other conditions.")
        template = "spine/blocks/related_conditions.html"
        value_class = WayOnPagesValue
