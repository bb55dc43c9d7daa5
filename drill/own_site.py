"""The site of the drill: the processes of `make run` over a data folder, and what can be known of them outside."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environ
import psutil
import psycopg2

from wakemed.running.site_processes import ROOT

READY = "Ctrl-C stops all of it"  # the last line that a start prints
START_SECONDS = 900  # a first start on a busy machine
PROBE_SECONDS = 2
PATIENCE = 10  # seconds that someone waits for a page
WEB, SENDER, CLOCK, DATABASE = "web server", "mail sender", "clock", "database"  # as `make run` calls them
# Only these are handed on: a DATABASE_URL or other settings of the caller would make it another site.
HANDED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "XDG_RUNTIME_DIR")


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class OwnSite:
    """A site that runs."""

    def __init__(self, port: int, data_dir: Path, starter: "subprocess.Popen[bytes]") -> None:
        self.port, self.data_dir, self.starter = port, data_dir, starter

    def process(self, name: str) -> psutil.Process:
        """Return one of the processes as they are now; raises psutil.NoSuchProcess."""
        begun = json.loads((self.data_dir / "processes.json").read_text())
        return psutil.Process(begun[name][0])

    def workers(self) -> list[psutil.Process]:
        """Return the web server's workers."""
        with contextlib.suppress(psutil.NoSuchProcess):
            web = self.process(WEB)
            return [each for each in web.children() if each.status() != psutil.STATUS_ZOMBIE]
        return []

    def runs(self, name: str) -> bool:
        """Return True if a process of this name is alive."""
        with contextlib.suppress(psutil.NoSuchProcess, OSError, ValueError):
            return self.process(name).status() != psutil.STATUS_ZOMBIE
        return False

    def answers(self) -> bool:
        """Return True if a page that asks the database comes while someone would still wait for it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/find-a-doctor/?q=spine")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query, asked as the role that serves; raises psycopg2.Error."""
        lines = (self.data_dir / "site.env").read_text().splitlines()
        config = environ.Env.db_url_config(dict(line.split("=", 1) for line in lines)["DATABASE_URL"])
        names = {"host": config["OPTIONS"]["host"], "user": config["USER"], "dbname": config["NAME"]}
        limit = f"-c statement_timeout={PROBE_SECONDS * 1000}"
        with contextlib.closing(psycopg2.connect(**names, connect_timeout=2, options=limit)) as connection:
            with connection, connection.cursor() as cursor:
                cursor.execute(query, values or None)
                return cursor.fetchall()

    def password_of(self, email: str) -> str:
        """Return the generated password of a sample sign-in."""
        lines = (self.data_dir / "sample-sign-ins.txt").read_text().splitlines()
        return next(line.split()[-1] for line in lines if email in line)


@contextlib.contextmanager
def running(data_dir: Path, log: Path, **variables: str) -> Iterator[OwnSite]:
    """Run the site until the block ends. What it prints goes to `log`, which a full data folder must not hold."""
    port = free_port()
    environment = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    environment |= {"PORT": str(port), "DATA_DIR": str(data_dir), "TRUSTED_PROXY_COUNT": "1"} | variables
    with log.open("wb") as output:
        starter = subprocess.Popen(
            [sys.executable, "-m", "wakemed.serve"], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    try:
        _wait_until_ready(starter, log)
        yield OwnSite(port, data_dir, starter)
    finally:
        starter.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            starter.wait(60)


def _wait_until_ready(starter: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while READY not in log.read_text():
        if starter.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The site did not start:\n{log.read_text()}")
        time.sleep(0.1)
