"""What every block that begins with a heading has in common."""

from typing import TYPE_CHECKING

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructValue

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class HeadedValue(StructValue):
    """A block's value that other places of the page can link to."""

    @property
    def anchor(self) -> str:
        """Return the fragment that leads to this block: “when-to-get-help”."""
        return slugify(self["heading"])


def heading_block(default: "StrOrPromise | None" = None) -> CharBlock:
    """Return the heading of a block: always the second level, because the page's title is the first."""
    return CharBlock(label=_("Heading"), max_length=100, default=default)
