"""The two addresses that a load balancer asks: alive (/healthz), and able to serve (/readyz)."""

import datetime
import functools
import logging
from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.views.decorators.cache import never_cache

from appointments.guards.client_address import parse_address
from wakemed.database.role_rights import differences

OLDEST_DUE_MAIL = datetime.timedelta(minutes=15)

logger = logging.getLogger(__name__)


class NotReady(Exception):
    """What keeps this process from serving, in a few words."""


def database() -> None:
    """Raise the driver's error unless the database answers."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")


@functools.cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """Return every migration of this code, read once in each process: that takes longer than all the rest."""
    return frozenset(MigrationLoader(None).graph.nodes)


def migrations() -> None:
    """Raise NotReady unless the database has every migration that this code knows."""
    rows = MigrationRecorder(connections[DEFAULT_DB_ALIAS]).migration_qs.values_list("app", "name")
    if known_migrations() - set(rows):
        raise NotReady("migrations are waiting")


def mail_queue() -> None:
    """Raise NotReady if a mail has been due for longer than OLDEST_DUE_MAIL."""
    oldest = apps.get_model("appointments", "Notification").objects.oldest_due()
    if oldest is not None and timezone.now() - oldest > OLDEST_DUE_MAIL:
        raise NotReady("mail is waiting")


@functools.cache
def rights() -> None:
    """Raise NotReady if the role has other rights than `migrate` gives; asked until they are right, then not again."""
    if settings.DATABASE_ROLES_ARE_APART and differences():
        raise NotReady("the database role has other rights than migrate gives")


CHECKS: dict[str, Callable[[], None]] = {
    "Database": database,
    "Migrations": migrations,
    "Rights": rights,
    "Mail queue": mail_queue,
}


def may_ask(request: HttpRequest) -> bool:
    """Return True if the whole way of a request lies in BALANCER_NETWORKS.

    The connection counts, and every address in X-Forwarded-For: our front server has added an outsider's there,
    whatever the outsider wrote before it. A connection without an address is a Unix socket of this machine.
    """
    connection, forwarded = request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    way = [*([connection] if connection else []), *(forwarded.split(",") if forwarded else [])]
    return all(_is_ours(text.strip()) for text in way)


def _is_ours(text: str) -> bool:
    address = parse_address(text)
    address = getattr(address, "ipv4_mapped", None) or address
    return address is not None and any(address in network for network in settings.BALANCER_NETWORKS)


def alive(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process can answer anything; asks nobody else."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 if this process can serve, else 503 with the first check that failed.

    Only the load balancer is answered. A connection that was opened for the answer is closed after it.
    """
    if not may_ask(request):
        return HttpResponseNotFound(content_type="text/plain")
    connection = connections[DEFAULT_DB_ALIAS]
    was_open = connection.connection is not None
    try:
        lines, status = _report()
    finally:
        if not was_open:
            connection.close()
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8", status=status)


def _report() -> tuple[list[str], int]:
    lines = []
    for name, check in CHECKS.items():
        problem = _problem(check)
        lines.append(f"{name}: {problem or 'OK'}\n")
        if problem:
            return lines, 503
    return lines, 200


def _problem(check: Callable[[], None]) -> str:
    try:
        check()
    except NotReady as problem:
        return str(problem)
    except Exception:  # its text may name a host or a role; the log has the type
        logger.exception("a readiness check failed")
        return "failed"
    return ""
