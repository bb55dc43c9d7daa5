"""The version that the dialog of an approval is about."""

import datetime
from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision

from spine.four_eyes.approvals import content_hash

register = template.Library()


class Version(NamedTuple):
    """A version before its approval."""

    revision: Revision
    hash: str
    author_name: str
    compare_url: str
    edit_url: str
    goes_live_at: datetime.datetime | None  # if that is still to come


@register.simple_tag
def latest_version(content: Any) -> Version:
    """Return the latest version of a page or a snippet."""
    revision = content.get_latest_revision()
    compare_url = ""
    if isinstance(content, Page) and content.live:
        compare_url = reverse("wagtailadmin_pages:revisions_compare", args=[content.pk, "live", revision.pk])
    edit_url = AdminURLFinder().get_edit_url(content) or ""
    goes_live_at = getattr(revision.as_object(), "go_live_at", None)
    if goes_live_at is not None and goes_live_at <= timezone.now():
        goes_live_at = None
    author = str(revision.user or _("the site"))
    return Version(revision, content_hash(revision.pk), author, compare_url, edit_url, goes_live_at)
