"""Publish what was approved for a later moment, and take down what has expired.

Wagtail's `publish_scheduled` stops at the first row that can't be published, and leaves everything after it undone.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from .approval_refusals import sentence_for
from .publishing import publish

logger = logging.getLogger(__name__)


def publish_scheduled() -> None:
    """Take down what has expired, then publish what is due. A failure stops nothing after it."""
    now = timezone.now()
    for model in _models_with_drafts():
        for instance in model._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at"):
            _try(partial(instance.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled"))
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"):
        _try(partial(_publish_or_unschedule, revision))


def _models_with_drafts() -> list[Any]:
    return [Page] + [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]


def _publish_or_unschedule(revision: Revision) -> None:
    """Publish. A version that no one has approved leaves the schedule, and its page's history says so."""
    try:
        publish(revision, log_action="wagtail.publish.scheduled")
    except IntegrityError as error:
        if sentence_for(error) is None:
            raise
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        logger.warning("version %s was due and isn't approved; its schedule is canceled", revision.pk)


def _try(step: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            step()
    except Exception:
        logger.exception("a scheduled publication failed")
