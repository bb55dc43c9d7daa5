"""The processes of `make dev`: started again whenever a Python file of ours changes.

Templates, styles and scripts need no restart: wakemed/settings/debug.py has them read for each request.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from .site_processes import ROOT, say, stop_all, wait_until_ready
from .stopping import Stopping

BESIDE_THE_SERVER = {
    "mail sender": (sys.executable, "manage.py", "send_notifications", "--forever"),
    "clock": (sys.executable, "manage.py", "run_due", "--forever"),
}
WATCHED = ("wakemed", "physicians", "spine", "appointments")
WAITING = "next web server"
LOOK_SECONDS = 0.2
HEAD_START_SECONDS = 1.5  # the page that someone waits for is loaded before the mail sender and the clock are


def code_versions() -> dict[str, int]:
    """Return when each Python file of the site was last changed, in nanoseconds."""
    versions = {}
    for package in WATCHED:
        for folder, _folders, names in os.walk(ROOT / package):
            for name in names:
                if name.endswith(".py"):
                    path = os.path.join(folder, name)  # noqa: PTH118  several times a second: no objects
                    try:
                        versions[path] = os.stat(path).st_mtime_ns  # noqa: PTH116
                    except FileNotFoundError:
                        continue  # an editor is just replacing it
    return versions


def start(command: tuple[str, ...], environment: dict[str, str], **options: Any) -> subprocess.Popen[bytes]:
    """Start one process out of reach of the terminal's Ctrl-C: the caller stops it. `options` are Popen's."""
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **options)


def listen(port: int) -> socket.socket:
    """Return a listening socket that the web servers, one after the other, inherit."""
    listening = socket.create_server(("127.0.0.1", port), backlog=128)
    listening.set_inheritable(True)
    return listening


class ReloadingSite:
    """The web server, the mail sender and the clock on one listening socket, and the next web server, nearly ready."""

    def __init__(self, environment: dict[str, str], listening: socket.socket) -> None:
        self.environment, self.listening = environment, listening
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.others_at = 0.0

    def prepare_server(self) -> subprocess.Popen[bytes]:
        """Start a web server that loads the site's code when it reads a line."""
        handle = self.listening.fileno()
        command = (sys.executable, "-m", "wakemed.running.web_server", str(handle))
        return start(command, self.environment, pass_fds=(handle,), stdin=subprocess.PIPE)

    def load(self) -> None:
        """Start the web server again at once; the others follow when tick() finds that their moment has come."""
        others = {name: process for name, process in self.processes.items() if name in BESIDE_THE_SERVER}
        for process in others.values():
            process.terminate()
        self.stop("web server")
        server = self.processes.pop(WAITING, None) or self.prepare_server()
        with contextlib.suppress(BrokenPipeError), server.stdin:  # type: ignore[union-attr]
            server.stdin.write(b"go\n")  # type: ignore[union-attr]
        self.processes["web server"] = server
        self.stop(*others)
        self.others_at = time.monotonic() + HEAD_START_SECONDS

    def tick(self) -> None:
        """Start the mail sender and the clock if it is time, and the web server of the next change."""
        if WAITING not in self.processes and time.monotonic() >= self.others_at:
            self.processes |= {name: start(each, self.environment) for name, each in BESIDE_THE_SERVER.items()}
            self.processes[WAITING] = self.prepare_server()

    def stop(self, *names: str) -> None:
        """Stop these processes, if they are there."""
        stop_all({name: self.processes.pop(name) for name in names if name in self.processes})


def serve_and_reload(environment: dict[str, str], port: int, stopping: Stopping, welcome: Callable[[], None]) -> None:
    """Serve until a signal comes. Raises CannotStart at the start; later a process that fails waits for a change."""
    with listen(port) as listening:
        site = ReloadingSite(environment, listening)
        try:
            seen = code_versions()
            site.load()
            # Mail that has waited since yesterday keeps the site from being ready: the sender has to be there.
            wait_until_ready(environment["SITE_URL"], site.processes, stopping, tick=site.tick)
            welcome()
            while not stopping.wait(LOOK_SECONDS):
                now = code_versions()
                if now != seen:
                    changed = sorted(path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path))
                    say(f"Changed: {', '.join(os.path.relpath(path, ROOT) for path in changed[:5])}. Loading again.")
                    seen = now
                    site.load()
                site.tick()
            say("Stopping …")
        finally:
            site.stop(*site.processes)
