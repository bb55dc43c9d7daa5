"""What Wagtail does at the end of a review (WAGTAIL_FINISH_WORKFLOW_ACTION). Imported before any model is there."""

from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from wagtail.models import Revision, WorkflowState


def publish_approved(workflow_state: "WorkflowState", user: "AbstractBaseUser | None" = None) -> None:
    """Publish, or schedule, the version that was approved, whatever has been saved since."""
    publish(workflow_state.current_task_state.revision, user=user)


@transaction.atomic
def publish(revision: "Revision", *, user: "AbstractBaseUser | None" = None, log_action: "str | bool" = True) -> None:
    """Publish a version that somebody has approved; raises IntegrityError where nobody has.

    The database looks at the end of the transaction, or here, so that the refusal has a place to be answered.
    """
    revision.publish(user=user, log_action=log_action, skip_permission_checks=True)
    connection.check_constraints()
