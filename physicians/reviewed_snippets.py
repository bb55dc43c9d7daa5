"""Snippets in the CMS that a second person approves before they are live."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, HistoryView, RevisionsUnscheduleView, UnpublishView


class ReviewedPolicy(ModelPermissionPolicy):
    """Nobody publishes by a button of their own, superusers included: publishing follows from an approval.

    Whoever holds the permission to publish may still take content down.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to publish; read `unpublish` as Wagtail reads `publish`."""
        if action == "publish":
            return False
        return super().user_has_permission(user, "publish" if action == "unpublish" else action)

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        """Tell whether one of the actions is left."""
        return any(self.user_has_permission(user, action) for action in actions)


class ReviewedEditView(EditView):
    """Lets an approval count for the words that the reviewer saw.

    Wagtail's editor saves before it approves, so that even untouched words would become a version of the reviewer's.
    """

    def get_lock(self) -> Any:
        """Return the lock that its review puts on it, as on a page; Wagtail asks lockable snippets only."""
        task = self.object.current_workflow_task
        return task.lock_class(self.object, task) if task else None

    def save_instance(self) -> Any:
        """Save, unless a reviewer answers and what came back is the latest version, word for word."""
        if self.action != "workflow-action" or self.form.has_changed():
            return super().save_instance()
        self.has_content_changes, self.new_revision = False, None
        return self.object


class ReviewedUnpublishView(UnpublishView):
    """Takes content down for whoever could publish it if anybody could."""

    permission_required = "unpublish"


class ReviewedUnscheduleView(RevisionsUnscheduleView):
    """Stops a publication that was approved for later, for the same people."""

    permission_required = "unpublish"


class ReviewedHistoryView(HistoryView):
    """Leads there."""

    def user_can_unschedule(self) -> bool:
        """Tell whether this person may."""
        return bool(self.user_has_permission("unpublish"))
