"""The three processes of `make run`, forked from one that has loaded the site: it is imported once, not four times."""

import gc
import multiprocessing
import os
import signal
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .kept_processes import Kept
from .stopping import STOPS
from .web_server import load

WORKERS = 2


def serve_pages(port: int) -> None:
    """Serve the site's pages as docs/operations.md has a hospital serve them."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from wakemed.web.waiting_room import THREADS

    Granian(
        "wakemed.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        websockets=False,
        # The server itself answers /healthz: none of the threads has to be free.
        static_path_route=["/healthz"],
        static_path_mount=[Path(__file__).parent.parent / "alive"],
        static_path_dir_to_file="healthz.txt",
        static_path_expires=0,
        log_level=LogLevels.warning,
    ).serve()


def run_forever(command: str) -> None:
    """Run a management command until SIGTERM."""
    from django.core.management import call_command

    call_command(command, forever=True)


def load_once() -> None:
    """Import the site unless this process has it. Looking for garbage would take a third of the time."""
    gc.disable()
    load()
    gc.freeze()
    gc.enable()


def work_alone(work: Callable[[], None]) -> None:
    """Do the work out of reach of the terminal's Ctrl-C and without the signal handlers of the one that forked."""
    os.setsid()
    for number in STOPS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    load_once()  # where processes aren't forked, as on a Mac
    work()


class Forked(multiprocessing.Process):
    """A process that works alone."""

    pid: int

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(target=work_alone, args=[work])
        self.start()

    def poll(self) -> int | None:
        """Return the exit code, or None."""
        return self.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit code; raises TimeoutExpired."""
        self.join(timeout)
        if self.exitcode is None:
            raise subprocess.TimeoutExpired(self.name, timeout or 0)
        return self.exitcode


def start_all(environment: dict[str, str], port: int) -> dict[str, Kept]:
    """Start the web server, the mail sender and the clock; this process has their environment from now on."""
    os.environ.update(environment)
    load_once()
    work = {
        "web server": partial(serve_pages, port),
        "mail sender": partial(run_forever, "send_notifications"),
        "clock": partial(run_forever, "run_due"),
    }
    return {name: Kept(name, partial(Forked, each)) for name, each in work.items()}
