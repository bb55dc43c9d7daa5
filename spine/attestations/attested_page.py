"""The part of a page that a physician signs."""

import datetime
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page

from .attestation import Attestation


class AttestedPage(Page):
    """A page with a last attestation, which a kind of page asks for by `is_clinical`."""

    is_clinical: ClassVar[bool] = False  # a physician signs what it says, and the report asks for it

    class Meta:
        abstract = True

    @cached_property
    def last_attestation(self) -> Attestation | None:
        """Return the last attestation."""
        return Attestation.objects.latest_of(self.pk)

    @property
    def changed_since_attestation(self) -> datetime.datetime | None:
        """Return when the page was last published, if that is another version than the one last signed."""
        if self.last_attestation is None or self.last_attestation.revision_id == self.live_revision_id:
            return None
        return self.last_published_at

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the address. Its date is that of the last attestation if nothing was published since."""
        signed = getattr(self, "attested_at", None)  # PageSitemap reads it for all pages at once
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return [url | {"lastmod": max(url["lastmod"], signed) if signed else url["lastmod"]} for url in urls]
