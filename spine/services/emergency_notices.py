"""One person publishes an emergency notice at once; a second one reads it afterwards."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from spine.models import Approval, Notice, content_hash
from spine.publishing import publish

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

RIGHT = "spine.publish_emergency_notice"


@transaction.atomic
def publish_at_once(*, notice: Notice, by: "AbstractUser", seen: str, note: str) -> Approval:
    """Publish the latest version of a notice; `seen` is the hash of the version that the person has read.

    Raises PermissionDenied without the right, and IntegrityError (spine.refusals) for another level than emergency
    or for a version that has changed since. It is listed until somebody else has read it.
    """
    if not by.has_perm(RIGHT):
        raise PermissionDenied
    revision = notice.get_latest_revision()
    approval = Approval.objects.record(
        revision=revision, kind=Approval.Kind.EMERGENCY, by=by, seen=seen, note=note.strip()
    )
    publish(revision, user=by)
    return approval


def confirm(*, approval: Approval, by: "AbstractUser") -> Approval:
    """Record that a second person has read an emergency publication; raises IntegrityError for its author."""
    return Approval.objects.record(
        revision=approval.revision,
        kind=Approval.Kind.REVIEW,
        by=by,
        seen=content_hash(approval.revision_id),
        note=approval.note,
    )
