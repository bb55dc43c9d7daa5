"""The site as `make run` serves it, for the browser tests: its own processes, its own database."""

import contextlib
import dataclasses
import fcntl
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import environ
import psycopg2

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 240
NO_POWER_CUT = "fsync = off\nfull_page_writes = off\n"  # test data need not survive one
READY = "Ctrl-C stops all of it"  # the last line that a start prints


@dataclasses.dataclass(frozen=True)
class Site:
    """A site that answers."""

    address: str
    data_dir: Path
    process: subprocess.Popen

    def rows(self, query, *parameters):
        """Return the rows of a query, asked as the application's role; what it changes with RETURNING stays."""
        database_url = environ.Env.db_url_config(self.variables["DATABASE_URL"])
        with contextlib.closing(
            psycopg2.connect(
                host=database_url["HOST"] or database_url["OPTIONS"]["host"],
                user=database_url["USER"],
                dbname=database_url["NAME"],
            )
        ) as connection:
            with connection, connection.cursor() as cursor:
                cursor.execute(query, parameters)
                return cursor.fetchall()

    @property
    def name_address(self):
        """Return its address with a name, as passkeys need one: they belong to a name, never to a number."""
        return self.address.replace("127.0.0.1", "localhost")

    @property
    def log(self):
        """Return the file of what the site has printed since it was ready."""
        return self.data_dir / "site.log"

    @property
    def variables(self):
        """Return what the site left for other commands to find it."""
        lines = (self.data_dir / "site.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def password_of(self, email):
        """Return the generated password of a sample sign-in."""
        for line in (self.data_dir / "sample-sign-ins.txt").read_text().splitlines():
            if email in line:
                return line.split()[-1]
        raise LookupError(email)


def free_port():
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(data_dir, port=None, **variables):
    """Run `python -m wakemed.serve` and return its process and address at once."""
    port = port or free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DATABASE_APP_ROLE", "DJANGO_SETTINGS_MODULE", "SITE_URL")
    }
    environment |= {"PORT": str(port), "DATA_DIR": str(data_dir)} | variables
    environment["PGOPTIONS"] = "-c synchronous_commit=off"  # test data need not survive a power cut
    process = subprocess.Popen(
        [sys.executable, "-m", "wakemed.serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return process, f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def served(data_dir, **variables):
    """Serve the folder until the block ends. What the site prints is written down: a full pipe would stop it."""
    process, address = start(data_dir, **variables)
    site = Site(address, data_dir, process)
    writer = threading.Thread(target=write_down, args=[process, site.log])
    try:
        wait_for(process, READY)
        writer.start()
        yield site
    finally:
        process.terminate()
        process.wait(60)
        if writer.ident:
            writer.join()
        process.stdout.close()


def write_down(process, path):
    """Copy what the process prints into a file, line by line, until it ends."""
    with path.open("w", buffering=1) as file:
        for line in process.stdout:
            file.write(line)


def prepared(shared):
    """Return a data folder that a run from nothing has left, with what that run printed in `first-run.txt`.

    `shared` is a folder of all workers: the first to need it makes it, with every table, file and text; the others
    wait. A copy of it starts in seconds.
    """
    folder = shared / "prepared"
    with (shared / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "first-run.txt").exists():
            process, address = start(folder)
            printed = wait_for(process, READY)
            stop(process)
            with (folder / "postgres" / "postgresql.auto.conf").open("a") as settings:
                settings.write(NO_POWER_CUT)
            (shared / "first-run.txt").write_text(f"{address}\n{printed}")
    return folder


def copy_of(folder, destination):
    """Copy a data folder that nobody uses, with owners and rights, and return the copy."""
    subprocess.run(["cp", "--archive", folder, destination], check=True)
    return destination


def wait_for(process, line):
    """Read what the process prints until a line holds `line`; returns all of it. Raises when it ends before."""
    printed = []
    for text in process.stdout:
        printed.append(text)
        if line in text:
            return "".join(printed)
    raise AssertionError(f"ended with {process.wait()} before it said {line!r}:\n{''.join(printed)}")


def stop(process, number=signal.SIGTERM):
    """Send the signal and return what was still printed, once the process has ended."""
    process.send_signal(number)
    printed, _ = process.communicate(timeout=60)
    return printed


def fetch(address):
    """Return (status, headers, body) without following redirects to other origins."""
    try:
        with urllib.request.urlopen(address, timeout=20) as response:
            return response.status, response.headers, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()
