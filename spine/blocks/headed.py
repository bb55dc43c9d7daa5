"""What every block that begins with a heading has in common."""

from typing import TYPE_CHECKING

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructValue

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def anchor_of(heading: str | None) -> str:
    """Return the fragment that leads to a heading: “when-to-get-help”; empty for a heading without a letter."""
    return slugify(heading or "") or slugify(heading or "", allow_unicode=True)


class HeadedValue(StructValue):
    """A block's value that other places of the page can link to."""

    in_contents = True  # whether “On this page” leads to it

    @property
    def anchor(self) -> str:
        """Return the fragment that leads to this block."""
        return anchor_of(self["heading"])


class WayOnValue(HeadedValue):
    """A block that leads away from the page, or is not there when it has nothing to lead to."""

    in_contents = False


def heading_block(default: "StrOrPromise | None" = None) -> CharBlock:
    """Return the heading of a block: always the second level, because the page's title is the first."""
    return CharBlock(
        label=_("Heading"),
        max_length=100,
        default=default,
        help_text=_("Short and in plain words. It can be linked to, so each heading of a page must differ."),
    )
