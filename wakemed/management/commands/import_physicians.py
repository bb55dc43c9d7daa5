"""Import the hospital's roster; made for cron."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError

from physicians.imports.file_lines import opened
from physicians.imports.import_errors import BadRow, UnreadableFileError
from physicians.imports.roster_columns import ROSTER
from physicians.imports.row_findings import Finding, Kind
from physicians.services.roster_changes import AnotherImport
from physicians.services.roster_import import MostAreGone, import_roster
from physicians.terminal_progress import Progress

LEFT_OUT = 2
STOPPED = 130  # as a shell says it of Ctrl-C
AGAIN = "What is written is complete; run the import again."
HELP = """\
The first line names the columns, all of them, in any order:
{columns}
Separate the parts of a list with semicolons. Case and accents don't matter. For yes and no, true, false, 1 and 0 work
too. The file is UTF-8 with commas, plain or gzip.

Exit code: 0 done; 1 nothing was written, or not everything (run it again); 2 done, but some rows were left out.
"""
FIGURES = {
    Kind.NEW: "new",
    Kind.CHANGED: "changed",
    Kind.ADOPTED: "now on the roster",
    Kind.UNCHANGED: "unchanged",
    Kind.GONE: "no longer in the file",
    Kind.DRAFT: "not changed because of a draft",
    Kind.NOT_PUBLISHED: "not changed because not published",
    None: "bad rows",
}
ALWAYS_SAID = {Kind.DRAFT, Kind.NOT_PUBLISHED, Kind.GONE}


def column_lines() -> Iterator[str]:
    """Yield a line for each column: its name, and what it accepts."""
    width = max(map(len, ROSTER.headers))
    for column in ROSTER.columns:
        note = f" ({column.note})" if column.note else ""
        yield f"  {column.header:<{width}}  {column.accepts}{note}"


class Command(BaseCommand):
    """Import the hospital's roster. Safe to repeat."""

    help = "Import the hospital's roster of physicians from a CSV file."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Add the columns, a line each."""
        epilog = HELP.format(columns="\n".join(column_lines()))
        parser = super().create_parser(prog_name, subcommand, epilog=epilog, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the file and the options."""
        parser.add_argument("file", help="the file; - reads standard input")
        parser.add_argument("--dry-run", action="store_true", help="only print what would be done")
        parser.add_argument("--quiet", action="store_true", help="print only what needs attention, and the figures")
        parser.add_argument(
            "--even-if-most-are-gone",
            action="store_true",
            help="import even a file that lacks more than half of the roster",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import; raises CommandError with the exit codes that --help lists."""
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
            raise CommandError(f"{error} To import it anyway, add --even-if-most-are-gone.") from error
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(f"The database failed. {AGAIN}") from error
        except BrokenPipeError as error:
            raise CommandError(f"Nothing reads this output. {AGAIN}") from error
        except KeyboardInterrupt as error:
            raise CommandError(f"Stopped. {AGAIN}", returncode=STOPPED) from error
        finally:
            progress.clear()
        self._sum_up(counts, dry_run=options["dry_run"])

    def _sum_up(self, counts: Counter[Kind | None], *, dry_run: bool) -> None:
        """Print the figures; raises CommandError (2) if rows were left out."""
        figures = ", ".join(f"{counts[kind]:,} {name}" for kind, name in FIGURES.items())
        self.stdout.write(f"{'Nothing was written. It would be: ' if dry_run else ''}{figures}.")
        if left_out := counts[None] + counts[Kind.DRAFT]:
            raise CommandError(f"{left_out:,} rows were left out.", returncode=LEFT_OUT)
