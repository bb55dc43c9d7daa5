"""Change when a physician sees patients."""

import contextlib
from collections.abc import Iterator

from appointments.guards.locks import lock_physicians, locking


@contextlib.contextmanager
def changing_hours(*, physician_id: int) -> Iterator[None]:
    """Run a block in one transaction with the physician's calendar locked.

    Django's own forms check and write rules, sessions and time off inside this block. No visit can be booked between
    the check and the write, and when two colleagues enter the same hours, the second one is told. Raises BeingChanged
    if someone else keeps the calendar locked.
    """
    with locking():
        lock_physicians([physician_id])
        yield
