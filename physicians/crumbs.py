"""The pages above a page, for its breadcrumbs."""

from django.urls import reverse
from django.utils.translation import gettext as _


def above_profile() -> list[dict[str, str]]:
    """Return the crumbs above a physician's profile."""
    return [{"title": _("Find a doctor"), "url": reverse("physicians:directory")}]


def above_location() -> list[dict[str, str]]:
    """Return the crumbs above a clinic's page."""
    return [{"title": _("Locations"), "url": reverse("locations:index")}]
