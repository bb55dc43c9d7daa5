"""The pages in /sitemap.xml: those that are published and open to all."""

from typing import Any

from django.db.models import Max, QuerySet
from wagtail.contrib.sitemaps import Sitemap


class PageSitemap(Sitemap):
    """Wagtail's, with the moment of the last attestation, which AttestedPage.get_sitemap_urls reads."""

    def items(self) -> QuerySet[Any]:
        """Return the pages, in two queries for each kind."""
        pages: QuerySet[Any] = super().items()
        return pages.annotate(attested_at=Max("attestations__recorded_at"))
