"""Publishing what the site comes with, before anyone works on it."""

from typing import Any

from .approvals import Approval, content_hash
from .publishing import publish


def publish_first_content(instance: Any) -> bool:
    """Publish a page or a snippet of the first content; returns whether it is live.

    Once a person has approved anything on this site, content of a later release stays a draft that waits for approval
    like everything else. The database would refuse more (spine/sql/check_approval.sql).
    """
    revision = instance.save_revision()
    if Approval.objects.filter(kind=Approval.Kind.REVIEW).exists():
        return False
    Approval.objects.record(
        revision=revision, kind=Approval.Kind.FIRST_CONTENT, by=None, seen=content_hash(revision.pk)
    )
    publish(revision)
    return True
