"""Snippets in the CMS that a second person approves before they go live."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, HistoryView, RevisionsUnscheduleView, UnpublishView


class FourEyesPolicy(ModelPermissionPolicy):
    """No one publishes with a button, not even a superuser: an approval publishes.

    Those who hold the permission to publish can still take content down.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to publish; read `unpublish` as Wagtail reads `publish`."""
        if action == "publish":
            return False
        return super().user_has_permission(user, "publish" if action == "unpublish" else action)

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        """Return True if at least one of the actions is allowed."""
        return any(self.user_has_permission(user, action) for action in actions)


class FourEyesEditView(EditView):
    """Makes an approval count for the words that the approver saw.

    Wagtail's editor saves before it approves, which would turn even untouched words into a version by the approver.
    """

    def get_lock(self) -> Any:
        """Return the lock of the approval that is under way, as on a page; Wagtail asks only lockable snippets."""
        task = self.object.current_workflow_task
        return task.lock_class(self.object, task) if task else None

    def save_instance(self) -> Any:
        """Save, unless an approver answers and sends the latest version back word for word."""
        if self.action != "workflow-action" or self.form.has_changed():
            return super().save_instance()
        self.has_content_changes, self.new_revision = False, None
        return self.object


class FourEyesUnpublishView(UnpublishView):
    """Takes content down for those who hold the permission to publish, which the policy hides."""

    permission_required = "unpublish"


class FourEyesUnscheduleView(RevisionsUnscheduleView):
    """Stops a publication that was approved for later, for the same people."""

    permission_required = "unpublish"


class FourEyesHistoryView(HistoryView):
    """Shows the same people the way to stop a scheduled publication."""

    def user_can_unschedule(self) -> bool:
        """Ask for the permission of `FourEyesUnscheduleView`."""
        return bool(self.user_has_permission("unpublish"))
