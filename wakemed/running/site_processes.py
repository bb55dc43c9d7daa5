"""The processes of a site on one machine: watched until they answer, and stopped together."""

import contextlib
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from .stopping import Stopping

ROOT = Path(__file__).resolve().parent.parent.parent
READY_SECONDS = 60
STOP_SECONDS = 15


class Running(Protocol):
    """What stop_all() and the others ask of a process, in subprocess.Popen's words."""

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


Processes = Mapping[str, Running]


class CannotStart(Exception):
    """What keeps the site from starting, in a sentence for the person who started it."""


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


def stop_all(processes: Processes) -> None:
    """Ask every process to stop, then make it."""
    for process in processes.values():
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes.values():
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def ended(processes: Processes) -> str | None:
    """Return the name of a process that has ended by itself, or None."""
    return next((name for name, process in processes.items() if process.poll() is not None), None)


def wait_until_ready(
    address: str, processes: Processes, stopping: Stopping, *, tick: Callable[[], None] = lambda: None
) -> None:
    """Return when /readyz answers 200; raises CannotStart after READY_SECONDS or when a process ends.

    `tick` is called again and again: it may start what the others wait for.
    """
    deadline = time.monotonic() + READY_SECONDS
    while not stopping.asked:
        if name := ended(processes):
            raise CannotStart(f"The {name} ended while starting; its own words are above.")
        with contextlib.suppress(urllib.error.URLError, OSError):
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):  # noqa: S310 (our own address)
                return
        if time.monotonic() > deadline:
            raise CannotStart(f"{address}/readyz did not say that it is ready within {READY_SECONDS} seconds.")
        tick()
        stopping.wait(0.2)
