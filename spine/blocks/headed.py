"""What every block with a heading has in common."""

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructValue


def anchor_of(heading: str | None) -> str:
    """Return the fragment of a heading (“when-to-get-help”), or "" for a heading without a letter."""
    return slugify(heading or "") or slugify(heading or "", allow_unicode=True)


class HeadedValue(StructValue):
    """The value of a block that other parts of the page can link to."""

    in_contents = True  # whether “On this page” leads to it

    @property
    def anchor(self) -> str:
        """Return the fragment that leads to this block."""
        return anchor_of(self["heading"])


class WayOnValue(HeadedValue):
    """The value of a block that leads away from the page, and shows nothing if there is nowhere to lead."""

    in_contents = False


def heading_block(default: str | Promise | None = None) -> CharBlock:
    """Return the heading of a block. It is always level 2, because the page's title is level 1."""
    return CharBlock(
        label=_("Heading"),
        max_length=100,
        default=default,
        help_text=_(
            "Short and in plain words. Each heading on a page must be different, because it can be linked to."
        ),
    )
