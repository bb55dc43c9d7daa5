"""The doctors who treat a condition."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock, TextBlock

from physicians.models import Physician

from .headed import WayOnValue, heading_block

SHOWN = 4  # two rows of two


class TreatingPhysicians(StructBlock):
    """A few doctors from the directory who now treat the page's condition and take new patients.

    No one chooses them: a profile that is unpublished tonight must not be here tomorrow.
    """

    heading = heading_block(default=_("Doctors who treat this"))
    text = TextBlock(
        label=_("Text"),
        required=False,
        rows=2,
        help_text=_(
            "The doctors come from the directory automatically. "
            "Nothing is shown while no one treats this condition and takes new patients."
        ),
    )

    class Meta:
        icon = "group"
        label = _("Doctors who treat it")
        description = _(
            "A few doctors from the directory who treat this page's condition, and the way to all of them."
        )
        template = "spine/blocks/physicians.html"
        value_class = WayOnValue

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the doctors. A page that isn't about one condition has none."""
        context = super().get_context(value, parent_context)
        condition = (parent_context or {}).get("condition")
        context["physicians"] = (
            Physician.objects.able_to_take(virtual=False, condition=condition).with_card()[:SHOWN] if condition else []
        )
        return context
