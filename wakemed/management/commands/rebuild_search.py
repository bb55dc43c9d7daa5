"""The tables of the directory's search, made again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError

from physicians.services.search_rebuild import differences, rebuild
from physicians.terminal_progress import Progress


class Command(BaseCommand):
    """Makes them again, or says what differs. The search goes on meanwhile."""

    help = "Make the tables of the directory's search again, while the search goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check and --quiet."""
        parser.add_argument("--check", action="store_true", help="only say what differs; exit code 1 if anything does")
        parser.add_argument("--quiet", action="store_true", help="no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild or check; raises CommandError for differences, and when the database does not answer."""
        progress = Progress(quiet=options["quiet"])
        try:
            if not options["check"]:
                rebuild(progress=progress)
                return
            found = differences(progress=progress)
        except (DatabaseError, InterfaceError) as error:
            raise CommandError("The database did not answer as it should. Run it again.") from error
        finally:
            progress.clear()
        if any(found.values()):
            rows = ", ".join(f"{count:,} {name}" for name, count in found.items() if count)
            raise CommandError(f"Not as they should be: {rows}. rebuild_search without --check mends it.")
        self.stdout.write("The tables of the search are as they should be.")
