"""Bring a folder and its database to the state that this code expects."""

import gc
import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from wakemed.database.earlier_database import why_it_cannot_be_upgraded


def static_fingerprint() -> str:
    """Return a digest of everything `collectstatic` would read: our files and the pinned packages."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for path in sorted((settings.BASE_DIR / "wakemed" / "static").rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Command(BaseCommand):
    """Migrate, collect static files if they changed, and load sample content into an empty site."""

    help = "Migrate, collect static files, load sample content when the database is empty (what `make run` needs)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the three steps; each does nothing when there is nothing to do.

        Raises CommandError for a database that can't be upgraded.
        """
        gc.set_threshold(100_000)  # migrations make models by the ten thousand and drop nearly all of them at once
        if problem := why_it_cannot_be_upgraded():
            raise CommandError(problem)
        call_command("migrate", interactive=False, verbosity=0)
        if not settings.DEBUG:  # `make dev` serves the files where they are
            self.collect_static_files()
        call_command("load_sample_content", if_empty=True)

    def collect_static_files(self) -> None:
        """Collect when anything has changed since the last time."""
        stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
        if not stamp.exists() or stamp.read_text() != static_fingerprint():
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            stamp.write_text(static_fingerprint())
