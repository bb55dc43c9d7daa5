"""Write the roster as a file that `import_physicians` takes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError

from physicians.imports.roster_export import export_roster, open_for_export
from physicians.models import Physician
from physicians.terminal_progress import Progress


class Command(BaseCommand):
    """Write the published physicians who are on the roster."""

    help = "Write the roster of physicians as the CSV file that import_physicians takes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the file and the options."""
        parser.add_argument("file", nargs="?", default="-", help="the file; without one, standard output")
        parser.add_argument("--gzip", action="store_true", help="compress the file")
        parser.add_argument(
            "--all",
            action="store_true",
            help="also published profiles that are not on the roster; importing the file puts them on it",
        )
        parser.add_argument("--quiet", action="store_true", help="no progress and no figures")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write; raises CommandError if the file can't be written."""
        progress = Progress(quiet=options["quiet"])
        try:
            progress.start("Writing", Physician.objects.live().count())
            with open_for_export(options["file"], packed=options["gzip"]) as stream:
                for _each in export_roster(stream, everyone=options["all"]):
                    progress.add()
        except BrokenPipeError as error:
            raise CommandError("Nothing reads the file anymore.") from error
        except OSError as error:
            raise CommandError(f"The file can't be written: {error.strerror}.") from error
        except (DatabaseError, InterfaceError) as error:
            raise CommandError("The database failed. No file was written.") from error
        finally:
            progress.clear()
        if options["quiet"]:
            return
        self.stderr.write(f"{progress.done:,} physicians.")
        if not options["all"] and (others := Physician.objects.live().filter(on_roster=False).count()):
            self.stderr.write(f"{others:,} published profiles are not on the roster; --all writes them too.")
