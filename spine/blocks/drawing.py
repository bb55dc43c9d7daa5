"""The drawing of the whole spine, with its four regions."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from .headed import HeadedValue, heading_block


class SpineDrawingValue(HeadedValue):
    """A drawing whose regions can be listed from the top down."""

    @property
    def regions(self) -> list[dict[str, str]]:
        """Return each region's slug (as the drawing calls it), letter (as doctors number its bones), name and text."""
        return [
            {"slug": slug, "letter": letter, "name": str(name), "text": self.get(slug) or ""}
            for slug, letter, name in (
                ("cervical", "C", _("Cervical")),
                ("thoracic", "T", _("Thoracic")),
                ("lumbar", "L", _("Lumbar")),
                ("sacral", "S", _("Sacral")),
            )
        ]


def region_block(label: object, default: object) -> CharBlock:
    """Return the field for the few words beside a region."""
    return CharBlock(
        label=label,
        default=default,
        required=False,
        max_length=90,
        help_text=_("A few words beside the drawing. Without them, only the name of the region is there."),
    )


class SpineDrawing(StructBlock):
    """The spine from the side. The drawing names the regions; the words beside them are the editor's."""

    heading = heading_block(default=_("The parts of the spine"))
    introduction = TextBlock(label=_("Introduction"), required=False, rows=3, help_text=_("Shown above the drawing."))
    cervical = region_block(_("Beside the cervical spine"), _("The neck: 7 bones, C1 to C7"))
    thoracic = region_block(_("Beside the thoracic spine"), _("The upper and middle back: 12 bones, T1 to T12"))
    lumbar = region_block(_("Beside the lumbar spine"), _("The lower back: 5 bones, L1 to L5"))
    sacral = region_block(_("Beside the sacral spine"), _("Between the hips: 5 joined bones, S1 to S5"))
    note = TextBlock(label=_("What follows from it"), required=False, rows=3, help_text=_("Shown below the drawing."))

    class Meta:
        icon = "image"
        label = _("Drawing of the spine: regions")
        template = "spine/blocks/spine_drawing.html"
        value_class = SpineDrawingValue
