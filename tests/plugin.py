"""Gives every test run a real PostgreSQL before Django's settings are read."""

import contextlib
import gc
import os
from pathlib import Path

import psycopg2
import pytest

from wakemed import embedded

ROOT = Path(__file__).resolve().parent.parent
# The browser's tests come first and together: one worker has the site, and meanwhile another one migrates.
FIRST = ("journeys/",)
# These take many seconds each: at the end of a run one of them would keep all other workers waiting.
LONG = (
    "wakemed/test_serve.py",
    "concurrency/",
    "hostile/",
    "wakemed/test_every_door.py",
    "appointments/test_any_order.py",
)


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
    """Begin with what is long; else in the order that pytest-randomly has drawn."""

    def turn(item: pytest.Item) -> int:
        path = item.nodeid.removeprefix("tests/")
        return 0 if path.startswith(FIRST) else 1 if path.startswith(LONG) else 2

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """Never look for garbage among the modules and tests, which stay."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this process started."""
    stack.close()
