"""What the dialog of an approval shows of the version that it is about."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from spine.models import content_hash

register = template.Library()


class Version(NamedTuple):
    """A version before its approval."""

    revision: Revision
    hash: str
    author_name: str
    compare_url: str


@register.simple_tag
def latest_version(content: Any) -> Version:
    """Return the latest version of a page or a snippet."""
    revision = content.get_latest_revision()
    compare_url = ""
    if isinstance(content, Page) and content.live:
        compare_url = reverse("wagtailadmin_pages:revisions_compare", args=[content.pk, "live", revision.pk])
    return Version(revision, content_hash(revision.pk), str(revision.user or _("the site")), compare_url)
