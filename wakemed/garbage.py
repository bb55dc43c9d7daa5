"""Python's search for garbage, kept from work that makes objects by the million and drops few of them."""

import contextlib
import gc
from collections.abc import Iterator

OBJECTS = 100_000  # between two searches; Python's own is 700


@contextlib.contextmanager
def rarely_collected() -> Iterator[None]:
    """Search seldom: a migration makes models by the thousand, and searching takes a quarter of its time."""
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
