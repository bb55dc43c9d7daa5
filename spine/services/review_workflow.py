"""The review that content goes through before patients see it."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowContentType, WorkflowMixin, WorkflowTask

NAME = "Clinical review"


def reviewed_models() -> list[type[models.Model]]:
    """Return every model whose rows can go through a review. Pages are not among them: theirs hangs on the tree."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, WorkflowMixin) and not issubclass(model, Page) and not model._meta.proxy
    ]


@transaction.atomic
def settle_review_workflow(*, reviewers: Group) -> None:
    """Send every such model that has no workflow through a review by this group.

    Safe to repeat. A workflow that the hospital has given a model stays; one that it has taken away without giving
    another comes back, because nothing clinical goes out unread.
    """
    content_types = ContentType.objects.get_for_models(*reviewed_models(), for_concrete_models=False).values()
    settled = WorkflowContentType.objects.values_list("content_type", flat=True)
    unsettled = [content_type for content_type in content_types if content_type.pk not in settled]
    if unsettled:
        workflow = Workflow.objects.filter(name=NAME, active=True).first() or _make_workflow(reviewers)
        WorkflowContentType.objects.bulk_create(
            WorkflowContentType(content_type=content_type, workflow=workflow) for content_type in unsettled
        )


def _make_workflow(reviewers: Group) -> Workflow:
    task = GroupApprovalTask.objects.create(name=NAME)
    task.groups.add(reviewers)
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
