"""Pictures."""

import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock


class Shape(TextChoices):
    """How much of the picture is shown."""

    WHOLE = "whole", _("The whole picture")
    WIDE = "wide", _("A wide band, cut around the picture's focal point")


class DescribedImage(ImageBlock):
    """Wagtail's block fills the alternative text in with the picture's title, which is its file's name at first."""

    def clean(self, value: Any) -> Any:
        """Return the cleaned value; raises StructBlockValidationError where the file's name stands for the words."""
        cleaned = super().clean(value)
        if cleaned is not None and not cleaned.decorative and not self.is_deferred_validation:
            name = Path(cleaned.file.name).stem
            if _as_words(cleaned.contextual_alt_text) in (_as_words(name), _as_words(cleaned.filename)):
                raise StructBlockValidationError(
                    block_errors={
                        "alt_text": ValidationError(
                            _("That is the file’s name. Say what the picture shows, for people who cannot see it.")
                        )
                    }
                )
        return cleaned


def _as_words(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().lower()


class Figure(StructBlock):
    """A picture with what it shows; Wagtail's block demands the words for those who cannot see it, or “decorative”."""

    image = DescribedImage(
        label=_("Image and its alternative text"),
        help_text=_(
            "In “alt text” say what the picture shows, for people who cannot see it. "
            "Tick “decorative” only when a reader would miss nothing without it."
        ),
    )
    caption = TextBlock(
        label=_("Caption"), required=False, rows=2, max_length=300, help_text=_("Stands below the picture.")
    )
    credit = CharBlock(
        label=_("Credit"), required=False, max_length=150, help_text=_("Who made it: “Photograph: WakeMed”.")
    )
    shape = ChoiceBlock(
        label=_("Shape"),
        choices=Shape.choices,
        default=Shape.WHOLE,
        help_text=_("A drawing or a scan is always shown whole."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A photograph or a drawing, with a caption.")
        template = "spine/blocks/figure.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add whether the figure is the first block of its page: what is on the first screen does not load late."""
        context = super().get_context(value, parent_context)
        loop = (parent_context or {}).get("forloop") or {}
        context["is_first_block"] = bool(loop.get("first"))
        return context
