"""What the races need: threads that start at one moment, and guards that can be taken away to show the race."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pgtrigger
from django.db import connection

from appointments.models import Appointment
from appointments.models.appointment import NO_OVERLAP
from physicians.models import Physician

SECONDS = 60  # longer than anything here waits
SOMEONE_WAITS_FOR_US = (
    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
)


def at_once(*calls):
    """Run each call in a thread with a connection of its own, all released together.

    Returns what each returned or raised, in their order.
    """
    barrier = threading.Barrier(len(calls), timeout=SECONDS)

    def run(call):
        try:
            barrier.wait()
            return call()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@contextlib.contextmanager
def without_the_constraint():
    """Take the exclusion constraint away, the last guard, and bring it back over rows that it accepts."""
    constraint = next(each for each in Appointment._meta.constraints if each.name == NO_OVERLAP)
    with connection.schema_editor() as editor:
        editor.remove_constraint(Appointment, constraint)
    try:
        yield
    finally:
        with pgtrigger.ignore():
            Appointment.objects.update(status="cancelled")
        with connection.schema_editor() as editor:
            editor.add_constraint(Appointment, constraint)


def physicians_without_a_lock(physician_ids):
    """Stand in for `lock_physicians`: read and lock nothing."""
    return Physician.objects.in_bulk(physician_ids)


def all_together(function, number):
    """Return the function, whose callers wait for each other once they have its answer: all checked, none written.

    The one that comes after the others have gone waits for nobody.
    """
    barrier = threading.Barrier(number)

    def wrapped(*args, **kwargs):
        answer = function(*args, **kwargs)
        with contextlib.suppress(threading.BrokenBarrierError):
            barrier.wait(SECONDS)
        return answer

    return wrapped


def waits_for_us():
    """Return True if another connection waits for a lock of this one."""
    with connection.cursor() as cursor:
        cursor.execute(SOMEONE_WAITS_FOR_US)
        return cursor.fetchone()[0]
