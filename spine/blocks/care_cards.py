"""Care cards: when to get help, and how fast."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, RichTextBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from .headed import HeadedValue, heading_block


class CareLevel(TextChoices):
    """How fast to get help."""

    NON_URGENT = "non-urgent", _("Non-urgent: make an appointment")
    URGENT = "urgent", _("Urgent: call today")
    EMERGENCY = "emergency", _("Emergency: call 911")


# Color alone says nothing to a screen reader, so these words come before the heading.
SPOKEN_LEVELS: dict[str, Any] = {
    CareLevel.NON_URGENT: _("Non-urgent advice:"),
    CareLevel.URGENT: _("Urgent advice:"),
    CareLevel.EMERGENCY: _("Emergency advice:"),
}


LINK = re.compile(r"<(a|embed)[\s>/]", re.IGNORECASE)


class CareCardValue(HeadedValue):
    """A care card that can say its level."""

    @property
    def spoken_level(self) -> str:
        """Return the level as it is read aloud. A draft may not have one yet."""
        return SPOKEN_LEVELS.get(self["level"], "")

    @property
    def is_emergency(self) -> bool:
        """Return True if the card sends people to 911."""
        return self["level"] == CareLevel.EMERGENCY


class CareCard(StructBlock):
    """Signs that need help of one level.

    Editors can't put links in it. Each level has one thing to do (call 911, call the clinic, request an appointment).
    The template adds that, so it is always there and nothing competes with it.
    """

    level = ChoiceBlock(
        label=_("Level"),
        choices=CareLevel.choices,
        help_text=_("A page can have one card of each level. The level sets the color and the button."),
    )
    heading = heading_block()
    text = RichTextBlock(
        label=_("Text"),
        features=["bold", "ul"],
        help_text=_(
            "“Do this if:” and a list of signs. No links: what to do (911, our phone, a request) is added for you."
        ),
    )

    class Meta:
        icon = "warning"
        label = _("Care card")
        description = _("When to call 911, to call today or to make an appointment, in a colored card.")
        preview_value = {
            "level": "urgent",
            "heading": "Call us today",
            "text": "<p>Do this if:</p><ul><li>your pain wakes you at night</li></ul>",
        }
        template = "spine/blocks/care_card.html"
        value_class = CareCardValue

    def clean(self, value: Any) -> StructValue:
        """Return the cleaned value; raises StructBlockValidationError for a link that didn't come from the editor."""
        cleaned = super().clean(value)
        if LINK.search(cleaned["text"].source):
            raise StructBlockValidationError(
                block_errors={"text": ValidationError(_("A care card can’t have links. What to do is added for you."))}
            )
        return cleaned
