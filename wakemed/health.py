"""The two addresses that a load balancer asks: alive (/healthz), and able to serve (/readyz)."""

import datetime
import logging
from collections.abc import Callable

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

OLDEST_DUE_MAIL = datetime.timedelta(minutes=15)

logger = logging.getLogger(__name__)


class NotReady(Exception):
    """What keeps this process from serving, in a few words."""


def database() -> None:
    """Raise the driver's error unless the database answers."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    """Raise NotReady unless the database has every migration that this code knows."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReady("migrations are waiting")


def mail_queue() -> None:
    """Raise NotReady if a mail has been due for longer than OLDEST_DUE_MAIL."""
    oldest = apps.get_model("appointments", "Notification").objects.oldest_due()
    if oldest is not None and timezone.now() - oldest > OLDEST_DUE_MAIL:
        raise NotReady("mail is waiting")


CHECKS: dict[str, Callable[[], None]] = {"Database": database, "Migrations": migrations, "Mail queue": mail_queue}


def alive(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process can answer anything; asks nobody else."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 if this process can serve, else 503 with the first check that failed."""
    lines, status = [], 200
    for name, check in CHECKS.items():
        problem = _problem(check)
        lines.append(f"{name}: {problem or 'OK'}\n")
        if problem:
            status = 503
            break
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8", status=status)


def _problem(check: Callable[[], None]) -> str:
    try:
        check()
    except NotReady as problem:
        return str(problem)
    except Exception:  # its text may name a host or a role; the log has the type
        logger.exception("a readiness check failed")
        return "failed"
    return ""
