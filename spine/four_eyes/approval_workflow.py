"""The workflow that content goes through before patients see it."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from .approval_task import ApprovalTask

NAME = "Clinical approval"


def models_to_approve() -> list[type[models.Model]]:
    """Return every model whose rows go through an approval, except pages: theirs belongs to the page tree."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, WorkflowMixin) and not issubclass(model, Page) and not model._meta.proxy
    ]


@transaction.atomic
def settle_approval_workflow(*, reviewers: Group) -> None:
    """Give every such model, and the page tree, a workflow in which this group approves.

    Safe to repeat. A workflow that the hospital has set up stays if one of its steps is an approval. Any other is
    replaced, because it could publish nothing: the database asks for the approval.
    """
    workflow = _workflow(reviewers)
    signing = Workflow.objects.active().filter(workflow_tasks__task__approvaltask__isnull=False)
    content_types = ContentType.objects.get_for_models(*models_to_approve(), for_concrete_models=False).values()
    settled = WorkflowContentType.objects.filter(workflow__in=signing).values_list("content_type", flat=True)
    for content_type in content_types:
        if content_type.pk not in settled:
            WorkflowContentType.objects.update_or_create(content_type=content_type, defaults={"workflow": workflow})
    root = Page.get_first_root_node()
    if root is not None and not WorkflowPage.objects.filter(page=root, workflow__in=signing).exists():
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    # What is waiting in a workflow that publishes nothing becomes a draft again, for its editor to submit.
    for waiting in WorkflowState.objects.active().exclude(workflow__in=signing):
        waiting.cancel()


def _workflow(reviewers: Group) -> Workflow:
    """Return the workflow, created if there is none.

    In an older one, Wagtail's own group step is removed last: what was waiting in it then waits in the new step.
    """
    workflow = Workflow.objects.filter(name=NAME, active=True).first() or Workflow.objects.create(name=NAME)
    if not workflow.workflow_tasks.filter(task__approvaltask__isnull=False).exists():
        task = ApprovalTask.objects.create(name=NAME)
        task.groups.add(reviewers)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        for old in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow, name=NAME):
            old.deactivate()
            WorkflowTask.objects.filter(workflow=workflow, task=old).delete()
    return workflow
