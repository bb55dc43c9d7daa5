"""Gives every test run a real PostgreSQL before Django's settings are read."""

import contextlib
import gc
import os
from pathlib import Path

import psycopg2
import pytest

from wakemed import embedded
from wakemed.garbage import OBJECTS

ROOT = Path(__file__).resolve().parent.parent
SITE = {"site", "prepared_folder"}
# These take many seconds each: at the end of a run one of them would keep all other workers waiting.
LONG = ("concurrency/", "hostile/", "wakemed/test_every_door.py", "appointments/test_any_order.py")


# Playwright's loop runs as long as its browser: Django would take every test meanwhile for a coroutine.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def start_server() -> None:
    """Start the test server and name it in DATABASE_URL; xdist's workers inherit the variable."""
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / ".local").resolve()
    data_dir.mkdir(parents=True, exist_ok=True)
    server = stack.enter_context(embedded.server(data_dir / "test-postgres"))
    embedded.ensure_roles(server)
    with contextlib.closing(psycopg2.connect(server.get_uri())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER ROLE {embedded.OWNER} CREATEDB")
            # Test data need not survive a power cut, nor is it there long enough to be cleaned up.
            for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
                cursor.execute(f"ALTER SYSTEM SET {setting} = off")
            cursor.execute("SELECT pg_reload_conf()")
    os.environ["DATABASE_URL"] = embedded.database_url(server, embedded.OWNER, "postgres")
    os.environ["DATABASE_APP_ROLE"] = embedded.APPLICATION


stack = contextlib.ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Run before pytest-django reads the settings."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    if not os.environ.get("DATABASE_URL"):
        start_server()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what needs the served site: the first worker gets those, and meanwhile another one migrates."""

    def turn(item: pytest.Item) -> int:
        if item.nodeid.removeprefix("tests/").startswith(LONG):
            return 1
        return 0 if SITE & set(getattr(item, "fixturenames", ())) else 2

    items.sort(key=turn)  # and else in the order that pytest-randomly has drawn


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this process started."""
    stack.close()
