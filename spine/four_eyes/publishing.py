"""The one way to publish. Wagtail calls it at the end of a workflow (WAGTAIL_FINISH_WORKFLOW_ACTION)."""

from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:  # Wagtail imports this module before there are models
    from django.contrib.auth.models import AbstractBaseUser
    from wagtail.models import Revision, WorkflowState


def publish_approved(workflow_state: "WorkflowState", user: "AbstractBaseUser | None" = None) -> None:
    """Publish or schedule the version that was approved, even if another has been saved since."""
    publish(workflow_state.current_task_state.revision, user=user)


@transaction.atomic
def publish(revision: "Revision", *, user: "AbstractBaseUser | None" = None, log_action: "str | bool" = True) -> None:
    """Publish a version that someone has approved; raises IntegrityError if no one has.

    The database would only look at the end of the transaction. It looks here, where the refusal can be answered.
    """
    revision.publish(user=user, log_action=log_action, skip_permission_checks=True)
    connection.check_constraints()
