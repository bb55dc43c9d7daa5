"""Pages that an editor has chosen, without those a visitor can't open."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Page

from .headed import HeadedValue, WayOnValue


def open_to_all(pages: Sequence[Any]) -> list[Any]:
    """Return the pages that are published and need no sign-in or password, in their order, each once."""
    published = {page.pk: page for page in pages if page is not None and page.live}
    if not published:
        return []
    public = set(Page.objects.filter(pk__in=published).live().public().values_list("pk", flat=True))
    return [page for pk, page in published.items() if pk in public]


class ChosenPagesMixin:
    """The value of a block with `pages`."""

    @cached_property  # structured data reads it too
    def open_pages(self) -> list[Any]:
        """Return the chosen pages that are shown."""
        return open_to_all(self["pages"])  # type: ignore[index]


class HeadedPagesValue(ChosenPagesMixin, HeadedValue):
    """Text with pages. The text shows even if no page does."""


class WayOnPagesValue(ChosenPagesMixin, WayOnValue):
    """Pages. Without them the block shows nothing."""
