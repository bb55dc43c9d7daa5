"""`make shell`, `migrations`, `migrate`, `retention`: a management command with the database of this folder.

It uses the PostgreSQL of a running `make run` or `make dev`, or starts it for as long as the command takes.
DATABASE_URL names another server.
"""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from physicians.database_roles import ERASER
from wakemed.running.embedded import database_url
from wakemed.running.site_processes import ROOT
from wakemed.serve import DATABASE, own_database

AS_OWNER = {"makemigrations", "migrate"}
AS_ERASER = "apply_retention"


def main() -> int:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:]
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / ".local").resolve()
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {**os.environ, "DATA_DIR": str(data_dir)}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "wakemed.settings.development")
    with contextlib.ExitStack() as stack:
        if not os.environ.get("DATABASE_URL"):
            server, site, owner = own_database(stack, data_dir)
            environment |= owner if AS_OWNER & set(arguments[:1]) else site
            if arguments[:1] == [AS_ERASER]:
                environment["DATABASE_URL"] = database_url(server, ERASER, DATABASE)
        return subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
