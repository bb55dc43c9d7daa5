"""The processes of a site on one machine: started, watched until they answer, and stopped together."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from .stopping import Stopping

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 60
STOP_SECONDS = 15

Processes = dict[str, subprocess.Popen[bytes]]
PYTHON = sys.executable
BESIDE_THE_SERVER = {
    "mail sender": (PYTHON, "manage.py", "send_notifications", "--forever"),
    "clock": (PYTHON, "manage.py", "run_due", "--forever"),
}


class CannotStart(Exception):
    """What keeps the site from starting, in a sentence for the person who started it."""


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


def granian(port: int) -> tuple[str, ...]:
    """Return the command of the application server."""
    return (
        *(PYTHON, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers"),
        *("--log-level", "warning", "--no-ws", "wakemed.wsgi:application"),
    )


def start(command: tuple[str, ...], environment: dict[str, str], **options: Any) -> subprocess.Popen[bytes]:
    """Start one process out of reach of the terminal's Ctrl-C: the caller stops it. `options` are Popen's."""
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **options)


def start_all(environment: dict[str, str], port: int) -> Processes:
    """Start the web server, the mail sender and the clock."""
    commands = {"web server": granian(port), **BESIDE_THE_SERVER}
    return {name: start(command, environment) for name, command in commands.items()}


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


def wait_until_ready(address: str, processes: Processes, stopping: Stopping) -> None:
    """Return when /readyz answers 200; raises CannotStart after READY_SECONDS or when a process ends."""
    deadline = time.monotonic() + READY_SECONDS
    while not stopping.asked:
        if name := ended(processes):
            raise CannotStart(f"The {name} ended while starting; its own words are above.")
        with contextlib.suppress(urllib.error.URLError, OSError):
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):  # noqa: S310 (our own address)
                return
        if time.monotonic() > deadline:
            raise CannotStart(f"{address}/readyz did not say that it is ready within {READY_SECONDS} seconds.")
        stopping.wait(0.2)
