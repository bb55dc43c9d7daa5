"""Changing when a physician sees patients."""

import contextlib
from collections.abc import Iterator

from appointments.guards.locks import lock_physicians, locking


@contextlib.contextmanager
def changing_hours(*, physician_id: int) -> Iterator[None]:
    """Run a block in one transaction with the physician's calendar locked.

    Rules, sessions and time off are plain rows: Django's own forms check and write them inside this block, so that no
    visit is booked between the check and the write, and of two colleagues who enter the same hours the second reads
    so. Raises BeingChanged where somebody else keeps the calendar locked.
    """
    with locking():
        lock_physicians([physician_id])
        yield
