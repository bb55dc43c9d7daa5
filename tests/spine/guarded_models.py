"""Which models are under four eyes: found by looking, so that no list is forgotten."""

from django.apps import apps
from wagtail.models import DraftStateMixin, Page, WorkflowMixin

OURS = ("physicians", "spine", "appointments", "wakemed")
# One person may change it at any minute: docs/decisions/0008-four-eyes.md says why.
DIRECTORY = "physicians"


def models_under_four_eyes():
    """Return every page kind of ours, and whatever else of ours is published or goes through a workflow."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OURS
        and (
            issubclass(model, Page | WorkflowMixin)
            or (issubclass(model, DraftStateMixin) and model._meta.app_label != DIRECTORY)
        )
    ]
