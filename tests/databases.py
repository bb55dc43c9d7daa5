"""The test databases: migrated once, copied for each worker and again after each test that commits.

What was migrated is kept for the next runs until the site's code or a package changes. Not with --reuse-db: there
Django migrates what is kept, and empties it.
"""

import contextlib
import fcntl
import hashlib
import sys
from importlib import metadata
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

MIGRATED = "migrated"
UNFINISHED = "unfinished"
MADE_OF = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
ROOT = Path(__file__).resolve().parent.parent
CODE = ("wakemed", "physicians", "spine", "appointments")


def made_of(root: Path = ROOT) -> str:
    """Return all that decides what the migrations make, as one value: the site's code, the packages, Python."""
    packages = sorted(f"{package.name} {package.version}" for package in metadata.distributions())
    digest = hashlib.sha256("\n".join([sys.version, *packages]).encode())
    files = (path for folder in CODE for path in (root / folder).rglob("*.*"))
    for path in sorted(path for path in files if path.suffix in {".py", ".sql"}):
        digest.update(f"\n{path.relative_to(root)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


made_of_at_start = made_of()  # before the code is imported: what is saved later isn't what the migrations see


def migrate_once(lock: Path) -> None:
    """Make the database MIGRATED unless it is there, of the same code. The first to come does it; the others wait."""
    with lock.open("w") as file, connection.creation._nodb_cursor() as cursor:
        fcntl.flock(file, fcntl.LOCK_EX)
        cursor.execute(MADE_OF, [MIGRATED])
        if cursor.fetchone() == (made_of_at_start,):
            return
        with named(UNFINISHED):
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            connection.close()
        cursor.execute(f"DROP DATABASE IF EXISTS {MIGRATED}")
        cursor.execute(f"ALTER DATABASE {UNFINISHED} RENAME TO {MIGRATED}")
        code = made_of()
        cursor.execute(f"COMMENT ON DATABASE {MIGRATED} IS %s", [code if code == made_of_at_start else ""])


@contextlib.contextmanager
def named(name):
    """Let Django's test database have another name for a while."""
    values, test = connection.settings_dict, connection.settings_dict["TEST"]
    before = values["NAME"], test["NAME"]
    test["NAME"] = name
    try:
        yield
    finally:
        values["NAME"], test["NAME"] = before
        settings.DATABASES[connection.alias]["NAME"] = values["NAME"]


@contextlib.contextmanager
def loaded_once(blocker, load):
    """Load some content for many tests, whose own transactions nest in this one; it is rolled back at the end."""
    loading = transaction.atomic()
    with blocker.unblock():
        loading.__enter__()
    try:
        with blocker.unblock():
            cache.clear()
            load()
            connection.check_constraints()  # now, and not again at the end of each test
        yield
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            loading.__exit__(None, None, None)


def copy_again() -> None:
    """Make the test database what the migrations have left, whatever a test has committed: less work than emptying."""
    connection.close()
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection.creation._nodb_cursor() as cursor:
        # Not WITH (FORCE): that fails where the server cleans up by itself, while this waits and ends the cleaning.
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user",
            [connection.settings_dict["NAME"]],
        )
        cursor.execute(f"DROP DATABASE {name}")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {MIGRATED} STRATEGY FILE_COPY")
        cursor.execute(f"REVOKE TEMPORARY ON DATABASE {name} FROM PUBLIC")  # rights on a database aren't copied
