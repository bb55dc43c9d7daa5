"""PostgreSQL's advisory locks that let one process at a time do a job: every number of the site is here."""

import contextlib
import enum
from collections.abc import Iterator

from django.db import connection


@enum.unique
class Job(enum.IntEnum):
    """A job and the number of its lock."""

    PERIODIC_TASKS = 7_301_001
    ROSTER_IMPORT = 7_301_002
    RETENTION = 7_301_003


@contextlib.contextmanager
def alone(job: Job) -> Iterator[bool]:
    """Hold the lock of a job, at most as long as the connection lives. Yields False if someone else has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [job])
        is_alone: bool = cursor.fetchone()[0]
        try:
            yield is_alone
        finally:
            if is_alone and connection.connection and not connection.connection.closed:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [job])
