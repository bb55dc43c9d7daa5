"""Snippets in the CMS that a second person approves before they go live."""

from typing import Any

from wagtail.admin import messages
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, HistoryView, RevisionsUnscheduleView, UnpublishView

EDIT = "edit"  # in the query of an editor's address, once a reviewer has pressed “Edit”


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
    """Makes an approval count for the words that the approver saw. What waits for one is read-only, as a page is.

    Wagtail's editor saves before it approves, which would turn even untouched words into a version by the approver.
    """

    def setup(self, *args: Any, **kwargs: Any) -> None:
        """Keep autosave out of what is locked."""
        super().setup(*args, **kwargs)
        if self.locked_for_user:
            self.autosave_enabled = False

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        """Return it, and note on it for its lock whether its reviewer has pressed “Edit”."""
        content = super().get_object(*args, **kwargs)
        content.opened_for_editing = EDIT in self.request.GET
        return content

    def get_lock(self) -> Any:
        """Return the lock of the approval that is under way; Wagtail asks only lockable snippets."""
        task = self.object.current_workflow_task
        return task.lock_class(self.object, task) if task else None

    def get_lock_context(self) -> dict[str, Any]:
        """Show that it is locked, and say why."""
        message = self.lock and self.request.method == "GET" and self.lock.get_message(self.request.user)
        if message:
            say = messages.warning if self.locked_for_user else messages.info
            say(self.request, message, extra_tags="lock")
        return {"lock": self.lock, "locked_for_user": self.locked_for_user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep “Edit” in the address of the form."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if getattr(self.object, "opened_for_editing", False):  # an earlier version isn't what `get_object` returned
            context["action_url"] += f"?{EDIT}=1"
        return context

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
