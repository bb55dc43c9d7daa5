"""How long a web process waits for the database, so that patients get a page in seconds even if it has stopped.

Only processes that serve pages have these limits, from their first request on: migrations, imports, the clock and the
mail sender may take their time. PostgreSQL ends what takes too long there. A server that has been stopped, or is
cut off, ends nothing: so the driver's waiting is done here, with a limit of its own.
"""

import functools
import select
import threading
import time
from typing import Any

import psycopg2
from django.core.signals import request_started
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg2 import extensions

CONNECT_SECONDS = 3
STATEMENT_SECONDS = 8
WAIT_SECONDS = 10  # longer than STATEMENT_SECONDS: a server that works answers first
# PostgreSQL's own names, in milliseconds. A service that waits for a lock sets a shorter limit itself.
SERVER_LIMITS = {
    "statement_timeout": STATEMENT_SECONDS * 1000,
    "lock_timeout": 5_000,
    "idle_in_transaction_session_timeout": 60_000,
}
# libpq's own names: a connection whose other end is gone is noticed within 25 seconds, also while it's idle.
KEEPALIVES = {"keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
TALKS = {extensions.STATUS_READY, extensions.STATUS_BEGIN, extensions.STATUS_PREPARED}

asked = threading.local()


@functools.cache
def limit_waiting() -> None:
    """Give every connection that this process opens from now on its limits; the second call does nothing."""
    options = connections.settings[DEFAULT_DB_ALIAS].setdefault("OPTIONS", {})
    limits = " ".join(f"-c {name}={value}" for name, value in SERVER_LIMITS.items())
    options["options"] = f"{options.get('options', '')} {limits}".strip()
    options |= {"connect_timeout": CONNECT_SECONDS} | KEEPALIVES | options
    extensions.set_wait_callback(wait)
    request_started.connect(_begin, dispatch_uid="wakemed.database.patience")


def _begin(**kwargs: Any) -> None:
    asked.before = False


def wait(connection: Any) -> None:
    """Wait for the server; raises OperationalError, which closes the connection, when it takes too long.

    The first thing that a request asks on a kept connection is Django's “SELECT 1” (CONN_HEALTH_CHECKS). It has as
    little time as a new connection.
    """
    is_first = connection.status not in TALKS or not getattr(asked, "before", True)
    asked.before = True
    deadline = time.monotonic() + (CONNECT_SECONDS if is_first else WAIT_SECONDS)
    while (state := connection.poll()) != extensions.POLL_OK:
        left = deadline - time.monotonic()
        if left <= 0:
            raise psycopg2.OperationalError("the database server doesn't answer")
        poller = select.poll()
        poller.register(connection.fileno(), select.POLLIN if state == extensions.POLL_READ else select.POLLOUT)
        poller.poll(left * 1000)


def with_patience(application: Any) -> Any:
    """Return a WSGI application whose process waits for the database no longer than the limits above."""

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        limit_waiting()
        return application(environ, start_response)

    return answer
