"""What content that a second person approves has in common, whichever app it lives in."""

from typing import Any

from wagtail.models import Revision, TaskState


class KeepsSubmittedVersions:
    """A mixin before Wagtail's RevisionMixin: a version that somebody was asked to read is never rewritten.

    Autosave rewrites the editor's own latest version under its old number; a reviewer could have read another text
    than the one that bears the number now.
    """

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Save a version of its own where the one to be rewritten has been submitted; returns it."""
        if overwrite_revision is not None and TaskState.objects.filter(revision=overwrite_revision).exists():
            overwrite_revision = None
        revision: Revision = super().save_revision(  # type: ignore[misc]
            *args, overwrite_revision=overwrite_revision, **kwargs
        )
        return revision
