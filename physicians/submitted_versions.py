"""Content under four eyes: a second person approves it before it goes live."""

from typing import Any

from wagtail.models import Revision, TaskState


class KeepsSubmittedVersions:
    """A mixin before Wagtail's RevisionMixin: a version that was submitted for approval is never rewritten.

    Autosave rewrites the editor's latest version under its old number. Without this, the approver could have read a
    different text from the one that now has the number.
    """

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Save and return a version, a new one if the one to overwrite has been submitted."""
        if overwrite_revision is not None and TaskState.objects.filter(revision=overwrite_revision).exists():
            overwrite_revision = None
        revision: Revision = super().save_revision(  # type: ignore[misc]
            *args, overwrite_revision=overwrite_revision, **kwargs
        )
        return revision
