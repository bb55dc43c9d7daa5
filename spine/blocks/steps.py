"""How something goes, one step after the other."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class Step(StructBlock):
    """One step."""

    heading = CharBlock(label=_("Heading"), max_length=60)
    text = TextBlock(label=_("Text"), rows=2)

    class Meta:
        icon = "order"
        label = _("Step")
