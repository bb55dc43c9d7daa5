"""Pages that an editor has chosen, without those that a visitor may not open."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Page

from .headed import HeadedValue, WayOnValue


def open_to_all(pages: Sequence[Any]) -> list[Any]:
    """Return the pages that are published and behind no sign-in or password, in their order, each once."""
    published = {page.pk: page for page in pages if page is not None and page.live}
    if not published:
        return []
    public = set(Page.objects.filter(pk__in=published).live().public().values_list("pk", flat=True))
    return [page for pk, page in published.items() if pk in public]


class ChosenPagesMixin:
    """A value with `pages`."""

    @cached_property  # structured data reads it too
    def open_pages(self) -> list[Any]:
        """Return what of the choice is shown."""
        return open_to_all(self["pages"])  # type: ignore[index]


class HeadedPagesValue(ChosenPagesMixin, HeadedValue):
    """Text with pages; the text is there even when no page may be shown."""


class WayOnPagesValue(ChosenPagesMixin, WayOnValue):
    """Pages, and nothing without them."""
