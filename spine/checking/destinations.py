"""Whether a link works for a visitor who isn't signed in. Links to other servers aren't tested."""

from functools import cached_property
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from physicians.models import Location, Physician

from .block_walk import anchors
from .rich_text import Link


class Destinations:
    """Everything a link can lead to, read once for any number of links."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return all pages by their id, as digits."""
        return {str(page.pk): page for page in Page.objects.only("title", "live", "path", "url_path", "content_type")}

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Return the pages by their path on the default site, such as `/visitors/`."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        root = site.root_page.url_path if site else "/"
        return {
            "/" + page.url_path.removeprefix(root): page
            for page in self.pages.values()
            if page.url_path.startswith(root)
        }

    @cached_property
    def private_paths(self) -> tuple[str, ...]:
        """Return the tree paths where private parts begin."""
        return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

    @cached_property
    def documents(self) -> set[str]:
        """Return the ids of all documents, as digits."""
        return {str(pk) for pk in get_document_model().objects.values_list("pk", flat=True)}

    @cached_property
    def images(self) -> set[str]:
        """Return the ids of all pictures, as digits."""
        return {str(pk) for pk in get_image_model().objects.values_list("pk", flat=True)}

    def why_broken(self, link: Link, own_anchors: set[str]) -> str:
        """Return what is wrong with a link in a sentence, or "". `own_anchors` are those of its own page."""
        if link.kind == "page":
            return self._why_not(self.pages.get(link.target))
        if link.kind == "document":
            return "" if link.target in self.documents else _("The document has been deleted.")
        if link.kind == "image":
            return "" if link.target in self.images else _("The picture has been deleted.")
        return self._why_address(link.target, own_anchors)

    def _why_not(self, page: Page | None) -> str:
        if page is None:
            return _("The page has been deleted.")
        if not page.live:
            return _("“%(title)s” is not published.") % {"title": page.title}
        if page.path.startswith(self.private_paths):
            return _("“%(title)s” is private: not everyone can open it.") % {"title": page.title}
        return ""

    def _why_address(self, address: str, own_anchors: set[str]) -> str:
        if not address:
            return _("The link has no address.")
        if address.startswith("#"):
            return "" if address[1:] in own_anchors else self._no_heading(address[1:])
        path = self._own_path(address)
        return "" if path is None else self._why_path(path, urlsplit(address).fragment)

    def _why_path(self, path: str, fragment: str) -> str:
        try:
            match = resolve(path)
        except Resolver404:
            return self._no_page(path)
        rows = {
            "physicians:profile": Physician.objects.live(),
            "locations:location": Location.objects.live(),
        }.get(match.view_name)
        if rows is not None and not rows.filter(slug=match.kwargs["slug"]).exists():
            return self._no_page(path)
        return self._why_page_address(path, fragment) if match.view_name == "wagtail_serve" else ""

    def _why_page_address(self, path: str, fragment: str) -> str:
        page = self.by_address.get(path)
        if page is None:
            leads_on = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).exists()
            return "" if leads_on else self._no_page(path)
        problem = self._why_not(page)
        if problem or not fragment:
            return problem
        body = getattr(page.specific, "body", None)
        return "" if body is None or fragment in anchors(body) else self._no_heading(fragment)

    def _own_path(self, address: str) -> str | None:
        """Return the path of an address on this site; None for a mail address, a phone number or another site."""
        parts = urlsplit(address)
        if parts.netloc and f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
            return None
        if parts.scheme and not parts.netloc:
            return None
        return unquote(parts.path) or "/"

    def _no_page(self, path: str) -> str:
        return _("This site has no page at %(path)s") % {"path": path}

    def _no_heading(self, fragment: str) -> str:
        return _("The page has no heading at #%(fragment)s") % {"fragment": fragment}
