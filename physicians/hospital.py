"""The hospital's row, and which of the pages that every page links to are there."""

from django.contrib.postgres.expressions import ArraySubquery
from wagtail.models import Page

from .models import Organization

RIGHT_BELOW_HOME = 3  # a page's depth in Wagtail
LINKED = (
    "conditions",
    "treatments",
    "visitors",
    "privacy-practices",
    "nondiscrimination",
    "accessibility",
    "website-privacy",
)


def read_hospital() -> Organization | None:
    """Return the hospital; its `linked_pages` are the slugs of LINKED that are published. One statement for both."""
    published = Page.objects.live().filter(depth=RIGHT_BELOW_HOME, slug__in=LINKED).values("slug")
    return Organization.objects.annotate(linked_pages=ArraySubquery(published)).first()
