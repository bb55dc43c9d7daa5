"""The directory's part of /sitemap.xml."""

import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from .models import Location, Physician


class DirectorySitemap(Sitemap):
    """The two lists."""

    def items(self) -> list[str]:
        """Return the route names."""
        return ["physicians:directory", "locations:index"]

    def location(self, item: str) -> str:
        """Return the address of a route."""
        return reverse(item)


class PhysicianSitemap(Sitemap):
    """Every published profile."""

    def items(self) -> QuerySet[Physician]:
        """Return the profiles."""
        return Physician.objects.live()

    def lastmod(self, item: Physician) -> datetime.datetime | None:
        """Return when the profile was last published."""
        return item.last_published_at


class LocationSitemap(Sitemap):
    """Every published clinic."""

    def items(self) -> QuerySet[Location]:
        """Return the clinics."""
        return Location.objects.live()

    def lastmod(self, item: Location) -> datetime.datetime | None:
        """Return when the clinic's page was last published."""
        return item.last_published_at


SITEMAPS = {"directory": DirectorySitemap, "physicians": PhysicianSitemap, "locations": LocationSitemap}
