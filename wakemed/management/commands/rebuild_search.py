"""Rebuilds the tables of the directory's search."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError

from physicians.services.search_rebuild import differences, rebuild
from physicians.terminal_progress import Progress


class Command(BaseCommand):
    """Rebuilds the tables, or reports differences, while the search goes on."""

    help = "Rebuild the tables of the directory's search while the search goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the options."""
        parser.add_argument("--check", action="store_true", help="only report differences (exit code 1 if any)")
        parser.add_argument("--quiet", action="store_true", help="no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild or check; raises CommandError for differences, and if the database fails."""
        progress = Progress(quiet=options["quiet"])
        try:
            if not options["check"]:
                rebuild(progress=progress)
                return
            found = differences(progress=progress)
        except (DatabaseError, InterfaceError) as error:
            raise CommandError("The database failed. Run the command again.") from error
        finally:
            progress.clear()
        if any(found.values()):
            rows = ", ".join(f"{count:,} {name}" for name, count in found.items() if count)
            raise CommandError(f"Not up to date: {rows}. Run rebuild_search without --check to fix them.")
        self.stdout.write("The tables of the search are up to date.")
