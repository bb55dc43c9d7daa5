"""The id that history rows share when one service call wrote them."""

import contextlib
import uuid
from collections.abc import Iterator
from contextvars import ContextVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils import timezone

from physicians.append_only import AppendOnly, refuse_changes

_running: ContextVar[uuid.UUID | None] = ContextVar("running_operation", default=None)


@contextlib.contextmanager
def one_operation() -> Iterator[None]:
    """Give all history rows that the block writes one id. A block inside another belongs to the outer one."""
    if _running.get() is not None:
        yield
        return
    token = _running.set(uuid.uuid4())
    try:
        yield
    finally:
        _running.reset(token)


def operation_id() -> uuid.UUID:
    """Return the id of the running operation, or a new one for a row that is written by itself."""
    return _running.get() or uuid.uuid4()


class HistoryRow(AppendOnly):
    """A row that says what happened, when, and as part of which operation.

    `guards.locks.locking()` runs every service call as one operation, so no service passes the id along.
    """

    operation = models.UUIDField(default=operation_id, db_default=RandomUUID(), editable=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta(AppendOnly.Meta):
        abstract = True
        triggers = [refuse_changes(eraser_may=("DELETE",))]
