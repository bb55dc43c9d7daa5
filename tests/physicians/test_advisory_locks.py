"""One process at a time does a job, and the next one may as soon as it has ended."""

import contextlib

import psycopg2
import pytest
from django.db import connection

from physicians.advisory_locks import Job, alone

pytestmark = pytest.mark.django_db


@pytest.fixture
def may():
    """Return a function: may another process do the job now?"""
    with contextlib.closing(psycopg2.connect(**connection.get_connection_params())) as other, other.cursor() as cursor:
        other.autocommit = True

        def ask(job):
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [job])
            [(is_free,)] = cursor.fetchall()
            if is_free:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [job])
            return is_free

        yield ask


@pytest.mark.parametrize("job", Job)
def test_a_job_keeps_its_own_lock_alone_and_gives_it_back(job, may):
    assert may(job)
    with alone(job) as is_alone:
        assert is_alone
        assert {other for other in Job if not may(other)} == {job}
    assert may(job)


def test_a_job_that_fails_gives_its_lock_back(may):
    with pytest.raises(ZeroDivisionError), alone(Job.RETENTION):
        raise ZeroDivisionError
    assert may(Job.RETENTION)
