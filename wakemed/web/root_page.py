"""Addresses of the CMS that fail for the root of the page tree, which has no parent: Wagtail asks for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, register_converter
from django.urls.converters import IntConverter
from wagtail.models import Page

NEEDS_A_PARENT = ("set_position", "lock", "unlock")


class RootPageConverter(IntConverter):
    """The number of a page without a parent."""

    def to_python(self, value: str) -> int:
        """Return the number; raises ValueError, and so leaves the address to Wagtail, for any other page."""
        number = super().to_python(value)
        if not Page.objects.filter(pk=number, depth=1).exists():
            raise ValueError
        return number


register_converter(RootPageConverter, "root_page")


def no_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Raise Http404."""
    raise Http404


urlpatterns = [path(f"<root_page:page_id>/{name}/", no_page) for name in NEEDS_A_PARENT]
