"""The steps of “How it works”."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class Step(StructBlock):
    """One step."""

    heading = CharBlock(label=_("Heading"), max_length=60, help_text=_("What the visitor does: “Tell us what hurts”."))
    text = TextBlock(label=_("Text"), rows=2, help_text=_("One or two short sentences."))

    class Meta:
        icon = "order"
        label = _("Step")
        description = _("One step of “How it works”. Steps number themselves.")
