"""The broken links of live pages and notices."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from spine.notices.notice import Notice

from .block_walk import anchors, links, places
from .destinations import Destinations
from .rich_text import Link


@dataclass(frozen=True)
class BrokenLink:
    """One line of the report."""

    page: str
    place: str
    words: str
    problem: str
    edit_url: str


def broken_links() -> list[BrokenLink]:
    """Return every broken link of the live pages and notices, page by page."""
    destinations = Destinations()
    found: list[BrokenLink] = []
    for page in Page.objects.live().filter(depth__gt=1).order_by("path").specific():
        found += broken_links_of(page, destinations)
    return [*found, *_of_notices(destinations)]


def broken_links_of(page: Any, destinations: Destinations) -> Iterator[BrokenLink]:
    """Yield the broken links of a page, with the blocks of this object."""
    body = getattr(page, "body", None)
    if body is None:
        return
    own_anchors = anchors(body)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for place, block, value in places(body):
        for link in links(block, value):
            problem = destinations.why_broken(link, own_anchors)
            if problem:
                yield BrokenLink(
                    page.title, str(place), _words(link), problem, f"{edit_url}#block-{place.block_id}-section"
                )


def _of_notices(destinations: Destinations) -> Iterator[BrokenLink]:
    for notice in Notice.objects.filter(live=True).exclude(link_text=""):
        page_id = notice.link_page_id
        link = Link("page", str(page_id)) if page_id else Link("address", notice.link_address)
        problem = destinations.why_broken(link, set())
        if problem:
            edit_url = reverse(Notice.snippet_viewset.get_url_name("edit"), args=[notice.pk])
            yield BrokenLink(notice.text, _("Notice"), notice.link_text, problem, edit_url)


def _words(link: Link) -> str:
    if link.words:
        return link.words
    return _("(picture)") if link.kind == "image" else _("(chosen page)") if link.kind == "page" else link.target
