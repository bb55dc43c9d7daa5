"""Figures: a picture with its caption."""

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
    WIDE = "wide", _("A wide band, cropped around the picture's focal point")


class DescribedImage(ImageBlock):
    """Wagtail's block, which doesn't take the name of the file for alternative text."""

    def clean(self, value: Any) -> Any:
        """Return the cleaned value; raises StructBlockValidationError if the alternative text is the file's name."""
        cleaned = super().clean(value)
        if cleaned is not None and not cleaned.decorative and not self.is_deferred_validation:
            name = Path(cleaned.file.name).stem
            if _as_words(cleaned.contextual_alt_text) in (_as_words(name), _as_words(cleaned.filename)):
                raise StructBlockValidationError(
                    block_errors={
                        "alt_text": ValidationError(
                            _("This is the name of the file. Say what the picture shows, for people who can’t see it.")
                        )
                    }
                )
        return cleaned


def _as_words(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().lower()


class Figure(StructBlock):
    """A picture with a caption. Wagtail's block asks for alternative text, or “decorative”."""

    image = DescribedImage(
        label=_("Image and its alternative text"),
        help_text=_(
            "In “alt text”, say what the picture shows, for people who can’t see it. "
            "Choose “decorative” only if a reader would miss nothing without it."
        ),
    )
    caption = TextBlock(
        label=_("Caption"), required=False, rows=2, max_length=300, help_text=_("Shown below the picture.")
    )
    credit = CharBlock(
        label=_("Credit"), required=False, max_length=150, help_text=_("Who made it: “Photograph: WakeMed”.")
    )
    shape = ChoiceBlock(
        label=_("Shape"),
        choices=Shape.choices,
        default=Shape.WHOLE,
        help_text=_("Always show a drawing or a scan whole."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A photograph or a drawing, with a caption.")
        template = "spine/blocks/figure.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add whether the figure is the first block of its page: pictures on the first screen aren't lazy-loaded."""
        context = super().get_context(value, parent_context)
        loop = (parent_context or {}).get("forloop") or {}
        context["is_first_block"] = bool(loop.get("first"))
        return context
