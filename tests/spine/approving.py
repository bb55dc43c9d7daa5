"""Publishing in tests: a second person approves what is saved."""

from django.contrib.auth import get_user_model

from spine.models import Approval, content_hash
from spine.publishing import publish as publish_revision


def somebody(email="second-person@example.com"):
    """A member of staff who has written nothing."""
    return get_user_model().objects.get_or_create(email=email)[0]


def approve(revision, by=None):
    """Write the approval of a version as it stands."""
    return Approval.objects.record(
        revision=revision, kind=Approval.Kind.REVIEW, by=by or somebody(), seen=content_hash(revision.pk)
    )


def publish(instance, author=None, by=None):
    """Save a version of a page or a notice, approve it as somebody else, and publish it; returns the version."""
    revision = instance.save_revision(user=author)
    approve(revision, by)
    publish_revision(revision)
    return revision
