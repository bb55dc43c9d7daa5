"""The hospital's roster, for cron."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError

from physicians.imports.file_lines import opened
from physicians.imports.roster_row import BadRow, UnreadableFileError
from physicians.imports.row_findings import Finding, Kind
from physicians.services.roster_changes import AnotherImport
from physicians.services.roster_import import MostAreGone, import_roster
from physicians.terminal_progress import Progress

LEFT_OUT = 2
STOPPED = 130  # as a shell says it of Ctrl-C
COLUMNS = """\
The first line names the columns, in any order; each must be there:
  npi                     ten digits
  first_name, last_name   at most 80 characters
  credentials             "MD, PhD"; may be empty
  gender                  female, male, nonbinary or empty
  specialties             names or address parts (slugs); at least one
  languages               names or codes: Spanish;ase
  locations               names or address parts (slugs)
  accepting_new_patients  yes or no (true, false, 1, 0)
  virtual_visits          yes or no; yes needs a state
  licensed_states         names or two-letter codes: NC;Virginia
Lists have a semicolon between their parts. Upper and lower case and accents do not matter.
UTF-8, commas, plain or gzip.

Exit code: 0 done; 1 nothing was written, or not everything (run it again); 2 done, with rows that were left out.
"""
FIGURES = {
    Kind.NEW: "new",
    Kind.CHANGED: "changed",
    Kind.ADOPTED: "now on the roster",
    Kind.UNCHANGED: "unchanged",
    Kind.GONE: "no longer in the file",
    Kind.DRAFT: "left because of a draft",
    Kind.NOT_PUBLISHED: "left because not published",
    None: "bad rows",
}
ALWAYS_SAID = {Kind.DRAFT, Kind.NOT_PUBLISHED, Kind.GONE}


class Command(BaseCommand):
    """Takes over the hospital's roster. Safe to repeat."""

    help = "Take over the hospital's roster of physicians from a CSV file."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Keep the lines of the list of columns as they are."""
        parser = super().create_parser(prog_name, subcommand, epilog=COLUMNS, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and how to treat it."""
        parser.add_argument("file", help="the file; - reads standard input")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument("--quiet", action="store_true", help="say only what needs somebody, and the figures")
        parser.add_argument(
            "--even-if-most-are-gone",
            action="store_true",
            help="also a file that lacks more than half of the roster",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import; raises CommandError with the exit codes that --help names."""
        progress = Progress(quiet=options["quiet"])

        def report(found: BadRow | Finding) -> None:
            if isinstance(found, BadRow):
                progress.clear()
                self.stderr.write(str(found))
            elif found.kind in ALWAYS_SAID or (found.kind is not Kind.UNCHANGED and not options["quiet"]):
                progress.clear()
                self.stdout.write(str(found))

        try:
            with opened(options["file"]) as stream:
                counts = import_roster(
                    stream=stream,
                    report=report,
                    progress=progress,
                    dry_run=options["dry_run"],
                    even_if_most_are_gone=options["even_if_most_are_gone"],
                )
        except (UnreadableFileError, AnotherImport) as error:
            raise CommandError(str(error)) from error
        except MostAreGone as error:
            raise CommandError(f"{error} --even-if-most-are-gone takes it all the same.") from error
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(
                "The database did not answer as it should. What is written is whole; run it again."
            ) from error
        except BrokenPipeError as error:
            raise CommandError("Nobody reads what this says. What is written is whole; run it again.") from error
        except KeyboardInterrupt as error:
            raise CommandError("Stopped. What is written is whole; run it again.", returncode=STOPPED) from error
        finally:
            progress.clear()
        self._sum_up(counts, dry_run=options["dry_run"])

    def _sum_up(self, counts: Counter[Kind | None], *, dry_run: bool) -> None:
        """Print the figures; raises CommandError (2) if rows were left out."""
        figures = ", ".join(f"{counts[kind]:,} {name}" for kind, name in FIGURES.items())
        self.stdout.write(f"{'Nothing was written. It would be: ' if dry_run else ''}{figures}.")
        if left_out := counts[None] + counts[Kind.DRAFT]:
            raise CommandError(f"{left_out:,} rows were left out.", returncode=LEFT_OUT)
