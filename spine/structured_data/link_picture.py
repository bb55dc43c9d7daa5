"""The picture that a social network shows beside a link to a page."""

from typing import Any, NamedTuple

from django.templatetags.static import static

WIDTH, HEIGHT = 1200, 630  # pixels; bench/draw_link_picture.py draws the site's own


class LinkPicture(NamedTuple):
    """A picture with what it shows; no words where it only decorates."""

    address: str  # without the site's origin, or with the origin of the media
    width: int
    height: int
    mime: str
    alt: str


def picture_of_site() -> LinkPicture:
    """Return the picture of pages without a figure of their own."""
    return LinkPicture(static("link-picture.png"), WIDTH, HEIGHT, "image/png", "")


def picture_of_figure(image: Any, *, is_cut: bool, alt: str) -> LinkPicture:
    """Return a figure of the page, at most 1200 pixels wide; `is_cut`: around its focal point, as on the page."""
    size = f"fill-{WIDTH}x{HEIGHT}" if is_cut else f"max-{WIDTH}x{WIDTH}"
    rendition = image.get_rendition(f"{size}|format-jpeg")
    return LinkPicture(rendition.url, rendition.width, rendition.height, "image/jpeg", alt)
