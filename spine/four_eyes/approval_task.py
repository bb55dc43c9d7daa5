"""The step of Wagtail's workflow in which a second person reads and approves."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from .approval_form import ApproveForm, RequestChangesForm
from .approval_lock import ApprovalLock
from .approvals import Approval
from .completeness import require_complete


class ApprovalTask(AbstractGroupApprovalTask):
    """A member of the groups reads what an editor has submitted, and approves it or asks for changes.

    A superuser who isn't a member may do neither: running the site isn't answering for its words. The database refuses
    an author of the change, and a text that has changed since it was read.
    """

    lock_class = ApprovalLock

    class Meta:
        verbose_name = _("clinical approval")
        verbose_name_plural = _("clinical approvals")

    @classmethod
    def get_description(cls) -> Any:
        """Return what the CMS says when a manager chooses the kind of a step."""
        return _("A member of the chosen groups who didn’t write any of the text approves it, word for word")

    def user_can_access_editor(self, obj: Any, user: AbstractUser) -> bool:
        """Let the members read it in the editor."""
        return self._user_in_groups(user)

    def locked_for_user(self, obj: Any, user: AbstractUser) -> bool:
        """Keep everyone else from changing it while it waits."""
        return not self._user_in_groups(user)

    def get_actions(self, obj: Any, user: AbstractUser) -> list[tuple[str, Any, bool]]:
        """Return what this person may do. Both open a dialog, which carries the version that was read."""
        if not self._user_in_groups(user):
            return []
        return [("reject", _("Request changes"), True), ("approve", _("Approve and publish"), True)]

    def get_task_states_user_can_moderate(self, user: AbstractUser, **kwargs: Any) -> Any:
        """Return what is waiting for this person."""
        if self._user_in_groups(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    def get_form_for_action(self, action: str) -> Any:
        """Return the dialog's form."""
        return ApproveForm if action == "approve" else RequestChangesForm

    def get_template_for_action(self, action: str) -> str:
        """Return the dialog's template."""
        return "spine/four_eyes/approve_dialog.html" if action == "approve" else ""

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: AbstractUser, action_name: str, **kwargs: Any) -> Any:
        """Approve the latest version before Wagtail publishes it.

        Raises IntegrityError if the database refuses, and Incomplete for a version that will only do as a draft.
        """
        if action_name == "approve":
            task_state.revision = task_state.workflow_state.content_object.get_latest_revision()
            task_state.save(update_fields=["revision"])
            require_complete(task_state.revision.as_object())
            Approval.objects.record(
                revision=task_state.revision,
                kind=Approval.Kind.REVIEW,
                by=user,
                seen=kwargs.pop("seen", ""),
                note=kwargs.get("comment", ""),
            )
        return super().on_action(task_state, user, action_name, **kwargs)
