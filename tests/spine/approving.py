"""Publishing in tests: a second person approves what is saved, or the database refuses."""

from contextlib import contextmanager

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction

from spine.four_eyes.publishing import publish as publish_revision
from spine.models import Approval, content_hash


def colleague(email="second-person@example.com"):
    """Return a member of staff who has written nothing."""
    return get_user_model().objects.get_or_create(email=email)[0]


def approve(revision, by=None):
    """Write the approval of a version as it stands."""
    return Approval.objects.record(
        revision=revision, kind=Approval.Kind.REVIEW, by=by or colleague(), seen=content_hash(revision.pk)
    )


def publish(instance, author=None, by=None):
    """Save a version of a page or a notice, approve it as someone else, and publish it; returns the version."""
    revision = instance.save_revision(user=author)
    approve(revision, by)
    publish_revision(revision)
    return revision


@contextmanager
def refused(rule):
    """Assert that this rule of the database refuses what happens inside, at the end of its transaction."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
        connection.check_constraints()
    assert refusal.value.__cause__.diag.constraint_name == rule
