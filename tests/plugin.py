"""Gives every test run a real PostgreSQL before Django's settings are read."""

import contextlib
import fcntl
import gc
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import psutil
import psycopg2
import pytest

from tests import loaded_content
from wakemed.running import embedded

ROOT = Path(__file__).resolve().parent.parent
# These take many seconds each: at the end of a run one of them would keep all other workers waiting.
LONG = (
    "wakemed/test_serve.py",
    "wakemed/test_dev_server.py",
    "concurrency/",
    "hostile/",
    "wakemed/test_every_door.py",
    "appointments/test_nobody_forgotten.py",
)
# Whole lists of searches, mistakes, buttons and pictures: seconds each, and seldom what a change breaks first.
SWEEPS = (
    "appointments/test_desk_hostile.py",
    "appointments/test_desk_plans.py",
    "appointments/test_desk_times.py",
    "appointments/test_filter_values.py",
    "appointments/test_free_times.py::test_free_times_are_those_that_asking_every_minute_finds",
    "appointments/test_mistakes.py",
    "physicians/test_directory_page.py::test_no_value_of_any_parameter_breaks_the_page",
    "physicians/test_golden.py",
    "physicians/test_killed_import.py",
    "physicians/test_known_traps.py",
    "physicians/test_ordinary_queries.py",
    "physicians/test_ranked_list.py",
    "physicians/test_sample_directory.py",
    "physicians/test_try_search.py::test_whatever_is_typed_there_is_a_page",
    "spine/test_figure.py",
    "spine/test_guarded_models.py",
    "spine/test_link_picture.py",
    "wakemed/test_earlier_database.py",
    "wakemed/test_sample_content.py",
)
SLOW = ("journeys/", *LONG, *SWEEPS)  # `make quick` leaves these out, and what serves the site or needs its folder
SERVED = {"chromium", "site", "prepared_folder"}

gc.disable()  # what is imported until the tests are collected stays


def data_folder() -> Path:
    """Return the folder for what a run keeps: the database server, and what failed browser tests have seen."""
    folder = Path(os.environ.get("DATA_DIR") or ROOT / ".local").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hold(folder: Path) -> contextlib.AbstractContextManager[object]:
    """Keep other runs out of the folder: they would make the same databases. Raises UsageError if one is in it."""
    lock = (folder / "tests.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise pytest.UsageError(
            f"Another run of the tests uses {folder}. Wait for its end, or name another folder: "
            "make test DATA_DIR=/tmp/other"
        ) from None
    return lock


def start_server() -> None:
    """Start the test server and name it in DATABASE_URL; xdist's workers inherit the variable."""
    server = stack.enter_context(embedded.server(data_folder() / "test-postgres"))
    embedded.ensure_roles(server)
    with contextlib.closing(psycopg2.connect(server.get_uri())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER ROLE {embedded.OWNER} CREATEDB")
            # Test data need not survive a power cut, nor is it there long enough to be cleaned up.
            for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit"):
                cursor.execute(f"ALTER SYSTEM SET {setting} = off")
            cursor.execute("SELECT pg_reload_conf()")
    os.environ["DATABASE_URL"] = embedded.database_url(server, embedded.OWNER, "postgres")
    os.environ["DATABASE_APP_ROLE"] = embedded.APPLICATION


stack = contextlib.ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Run before pytest-django reads the settings."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    if not os.environ.get("DATABASE_URL"):
        if not early_config.known_args_namespace.collectonly:
            stack.enter_context(hold(data_folder()))
        start_server()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Give the run a folder of its own for its temporary files, which stay until the next run.

    pytest's own folder is shared by all runs of a user, and each start closes it to other users: PostgreSQL, which
    runs as one where we are root, would lose its data in the middle of another run.
    """
    if config.option.basetemp is None:  # xdist's workers are told the folder
        runs = data_folder() / "test-files"
        runs.mkdir(exist_ok=True)
        for folder in runs.iterdir():
            if not psutil.pid_exists(int(folder.name)):
                shutil.rmtree(folder, ignore_errors=True)
        config.option.basetemp = runs / str(os.getpid())


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Mark what is slow before `-m` selects; begin with what is long, else in the order that was drawn.

    What needs the served site comes first and together: one worker starts it while another one migrates.
    """

    def turn(item: pytest.Item) -> int:
        path = item.nodeid.removeprefix("tests/")
        served = path.startswith("journeys/") or "site" in item.fixturenames
        return 0 if served else 1 if path.startswith(LONG) else 2

    for item in items:
        if item.nodeid.removeprefix("tests/").startswith(SLOW) or SERVED.intersection(item.fixturenames):
            item.add_marker("slow")
    yield
    loaded_content.together(items)
    items.sort(key=turn)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage from then on, but never among the modules and tests."""
    collected = yield
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(100_000)  # tests make objects by the million and drop nearly all of them at once
    return collected


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this process started."""
    stack.close()
