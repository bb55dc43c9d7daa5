"""One person publishes an emergency notice at once; a second one reads it afterwards."""

from django.contrib.auth.models import AbstractUser, AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from spine.four_eyes.approvals import Approval, content_hash
from spine.four_eyes.completeness import require_complete
from spine.four_eyes.publishing import publish

from .notice import Notice


def may_publish_at_once(user: AbstractUser | AnonymousUser) -> bool:
    """Return True if this person was given the right by name. Being a superuser isn't enough."""
    named = Permission.objects.filter(content_type__app_label="spine", codename="publish_emergency_notice")
    return user.is_active and named.filter(Q(group__user=user) | Q(user=user)).exists()


@transaction.atomic
def publish_at_once(*, notice: Notice, by: AbstractUser, seen: str, note: str) -> Approval:
    """Publish the latest version of a notice; `seen` is the hash of the version that the person has read.

    Raises PermissionDenied without the right, Incomplete for a draft that lacks its words, and IntegrityError
    (spine.four_eyes.approval_refusals) for any other level or a version that has changed since. The notice stays on
    the list of emergency notices to read until someone else has read it.
    """
    if not may_publish_at_once(by):
        raise PermissionDenied
    revision = notice.get_latest_revision()
    require_complete(revision.as_object())
    approval = Approval.objects.record(
        revision=revision, kind=Approval.Kind.EMERGENCY, by=by, seen=seen, note=note.strip()
    )
    publish(revision, user=by)
    return approval


def confirm(*, approval: Approval, by: AbstractUser) -> Approval:
    """Write that a second person has read an emergency notice. Raises IntegrityError for its author."""
    return Approval.objects.record(
        revision=approval.revision,
        kind=Approval.Kind.REVIEW,
        by=by,
        seen=content_hash(approval.revision_id),
        note=approval.note,
    )
