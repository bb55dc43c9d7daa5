"""One line on a terminal that shows the progress of a long command. Silent where standard error isn't a terminal."""

import sys
import time

EVERY_SECONDS = 0.1
WIDTH = 30


class Progress:
    """“Comparing ██████░░░░  12,000 of 20,000”, on standard error."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.stream = sys.stderr
        self.shown = sys.stderr.isatty() and not quiet
        self.next_at = 0.0
        self.label, self.done, self.total = "", 0, 0

    def start(self, label: str, total: int = 0) -> None:
        """Begin a part of the work; without a total the line only counts."""
        self.label, self.done, self.total, self.next_at = label, 0, total, 0.0

    def add(self, count: int = 1) -> None:
        """Count finished items, and redraw the line at most every 0.1 s."""
        self.done += count
        if self.shown and time.monotonic() >= self.next_at:
            self.next_at = time.monotonic() + EVERY_SECONDS
            self.stream.write(f"\r\033[K{self}")
            self.stream.flush()

    def clear(self) -> None:
        """Clear the line, for other output."""
        if self.shown:
            self.stream.write("\r\033[K")
            self.stream.flush()
            self.next_at = 0.0

    def __str__(self) -> str:
        if not self.total:
            return f"{self.label} {self.done:,}"
        full = min(WIDTH * self.done // self.total, WIDTH)
        return f"{self.label} {'█' * full}{'░' * (WIDTH - full)} {self.done:,} of {self.total:,}"
