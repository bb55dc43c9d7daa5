"""Run the drill and print the tally; exit code 1 if anything was lost or doubled or didn't come back.

`SECONDS=300 RATE=20` are the defaults, `ONLY=sender` lets only that go wrong, and `KEEP_LOG=file` keeps what the site
printed. It needs nothing but what `make test` needs. As root it puts the site on a small disk of its own, which it
fills up; others are told that this was left out.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .course import drill, say
from .faults import every_fault
from .mail_server import MailServer
from .own_site import free_port, running
from .traffic import Load

SECONDS = float(os.environ.get("SECONDS", "300"))
RATE = float(os.environ.get("RATE", "20"))
ONLY = os.environ.get("ONLY", "")  # part of the name of what shall go wrong
DISK_MEGABYTES = 700


@contextlib.contextmanager
def own_disk(folder: Path) -> Iterator[Path | None]:
    """Mount a small disk at the folder, where this user may; yields None elsewhere."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=False)


def main() -> int:
    """Make the site, run the drill, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="drill-", ignore_cleanup_errors=True) as work:
        Path(work).chmod(0o755)  # PostgreSQL may run as a user of its own
        data_dir, log = Path(work) / "site", Path(work) / "site.log"
        data_dir.mkdir()
        with own_disk(data_dir) as disk:
            if disk is None:
                say("Left out: filling the disk. Only root can mount a small one for that.")
            say(f"Starting the site; then {RATE:.0f} requests a second for {SECONDS:.0f} s")
            mail_server = MailServer(free_port())
            (data_dir / "tmp").mkdir()
            with running(
                data_dir, log, EMAIL_URL=f"smtp://127.0.0.1:{mail_server.port}", TMPDIR=str(data_dir / "tmp")
            ) as site:
                faults = [each for each in every_fault(site, mail_server, disk) if ONLY in each.name]
                wrong = drill(site, mail_server, faults, Load(RATE), seconds=SECONDS)
            if kept := os.environ.get("KEEP_LOG"):
                Path(kept).write_bytes(log.read_bytes())
            mail_server.stop()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
