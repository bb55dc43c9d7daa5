"""The address of the site is SITE_URL: in templates, in Wagtail's canonical links and in the sitemap."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

DEFAULT_PORTS = {"http": 80, "https": 443}


def settle_site_address(**kwargs: Any) -> None:
    """Write SITE_URL's host and port to the default site. Runs after every `migrate`."""
    address = urlsplit(settings.SITE_URL)
    hostname, port = address.hostname, address.port or DEFAULT_PORTS[address.scheme]
    for site in Site.objects.filter(is_default_site=True).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()  # not queryset.update: the signal makes Wagtail forget its cached addresses


def site_address(request: HttpRequest) -> dict[str, object]:
    """Return the address of the site for templates, whatever host the request named. Links on paper begin with it."""
    return {"site_address": settings.SITE_URL}
