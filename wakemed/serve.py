"""`make run`: the whole site on one machine, from an empty folder to a printed address.

Starts the embedded PostgreSQL (unless DATABASE_URL names a server), prepares the database, then runs the
web server, the mail sender and the clock (`run_due`) until SIGINT or SIGTERM, and stops all of them.
Listens on 127.0.0.1 only.
"""

import contextlib
import fcntl
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from . import embedded
from .stopping import Stopping

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "wakemed"
READY_SECONDS = 60
STOP_SECONDS = 15


class CannotStart(Exception):
    """What keeps the site from starting, in a sentence for the person who started it."""


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


@contextlib.contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Hold the folder; raises CannotStart when another run holds it."""
    with (data_dir / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotStart(
                f"Another run uses {data_dir}. Stop it, or name another folder: make run DATA_DIR=…"
            ) from None
        yield


def check_port(port: int) -> None:
    """Raise CannotStart when the port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CannotStart(
                f"Port {port} cannot be used ({error.strerror}). Name another: make run PORT=…"
            ) from None


def ensure_keys(data_dir: Path) -> dict[str, str]:
    """Return the two generated keys of this folder; they are made once and readable by their owner only."""
    keys = {}
    for name in ("SECRET_KEY", "APPOINTMENTS_LINK_KEY"):
        path = data_dir / name.lower()
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
        keys[name] = path.read_text()
    return keys


def write_site_env(data_dir: Path, variables: dict[str, str]) -> None:
    """Leave the addresses and keys where the development settings look for them."""
    path = data_dir / "site.env"
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run one management command to its end; raises CannotStart when it fails."""
    result = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=False)
    if result.returncode:
        raise CannotStart(f"`manage.py {' '.join(arguments)}` did not succeed; its own words are above.")


def start_all(environment: dict[str, str], port: int) -> dict[str, subprocess.Popen[bytes]]:
    """Start the processes of the site, each out of reach of the terminal's Ctrl-C: this one stops them."""
    python = sys.executable
    commands = {
        "web server": [
            *(python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers"),
            *("--log-level", "warning", "--no-ws", "wakemed.wsgi:application"),
        ],
        "mail sender": [python, "manage.py", "send_notifications", "--forever"],
        "clock": [python, "manage.py", "run_due", "--forever"],
    }
    return {
        name: subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        for name, command in commands.items()
    }


def stop_all(processes: dict[str, subprocess.Popen[bytes]]) -> None:
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


def ended(processes: dict[str, subprocess.Popen[bytes]]) -> str | None:
    """Return the name of a process that has ended by itself, or None."""
    return next((name for name, process in processes.items() if process.poll() is not None), None)


def wait_until_ready(address: str, processes: dict[str, subprocess.Popen[bytes]], stopping: Stopping) -> None:
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


def welcome(address: str, data_dir: Path) -> None:
    """Print where everything is."""
    sign_ins = data_dir / "sample-sign-ins.txt"
    say(f"\n  WakeMed Spine is at {address}/")
    say(f"    scheduling staff  {address}/admin/")
    say(f"    editors           {address}/cms/")
    say(f"    mail that went out {address}/dev/mail/")
    if sign_ins.exists():
        say("\n  Sample sign-ins (generated for this folder):")
        for line in sign_ins.read_text().splitlines():
            say(f"    {line}")
    say("\n  Ctrl-C stops all of it.\n")


def run(port: int, data_dir: Path, stopping: Stopping) -> None:
    """Prepare and serve until a signal comes; raises CannotStart."""
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | ensure_keys(data_dir)
    environment |= {
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "wakemed.settings.development",
        "SITE_URL": address,
    }
    with contextlib.ExitStack() as stack:
        owner = dict(environment)
        if os.environ.get("DATABASE_URL"):
            say("Database: the server that DATABASE_URL names")
        else:
            say(f"Database: PostgreSQL in {data_dir / 'postgres'}")
            database = stack.enter_context(embedded.server(data_dir / "postgres"))
            embedded.ensure_roles(database)
            embedded.ensure_database(database, DATABASE)
            environment["DATABASE_URL"] = embedded.database_url(database, embedded.APPLICATION, DATABASE)
            owner["DATABASE_URL"] = embedded.database_url(database, embedded.OWNER, DATABASE)
            owner["DATABASE_APP_ROLE"] = embedded.APPLICATION
        names = ("DATABASE_URL", "SITE_URL", "SECRET_KEY", "APPOINTMENTS_LINK_KEY")
        write_site_env(data_dir, {name: environment[name] for name in names})
        say("Preparing: tables, static files, sample content")
        manage(owner, "prepare_site")
        if stopping.wait(0):
            return
        processes = start_all(environment, port)
        stack.callback(stop_all, processes)
        wait_until_ready(address, processes, stopping)
        if not stopping.asked:
            welcome(address, data_dir)
        while not stopping.wait(0.5):
            if name := ended(processes):
                raise CannotStart(f"The {name} has ended; stopping the rest.")
        say("Stopping …")


def main() -> int:
    """Read PORT and DATA_DIR from the environment, run, and return the exit code."""
    stopping = Stopping()
    port = int(os.environ.get("PORT") or 8000)
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / ".local").resolve()
    os.umask(0o077)  # keys, mail and uploads of this folder are nobody else's to read
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with only_one(data_dir):
            check_port(port)
            run(port, data_dir, stopping)
    except CannotStart as problem:
        say(f"\n{problem}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
