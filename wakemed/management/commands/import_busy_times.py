"""Busy times from the health record, for cron."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from appointments.calendar.busy_times.busy_rows import UnreadableFileError
from appointments.calendar.busy_times.file_reader import KINDS, read_file
from appointments.guards.refusals import Refused
from appointments.services.busy_imports import Imported, import_busy_times
from physicians.models import Physician

REFUSED_ROWS = 1
NOTHING_CHANGED = 2
MOST_PROBLEMS = 1_000  # that are printed


class Command(BaseCommand):
    """Replace the busy times of every physician a file names. Exit code 1: rows refused; 2: nothing changed."""

    help = "Import busy times: a CSV file (npi,start,end[,visit_number]), or one physician's calendar file (ICS)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, its format and the physician."""
        parser.add_argument("file", type=Path, help="the file; its name ends in .csv or .ics")
        parser.add_argument("--format", choices=KINDS, default="", help="for a file of another name")
        parser.add_argument("--physician", metavar="NPI", help="whose calendar it is; needed for ICS")
        parser.add_argument(
            "--owner",
            metavar="ADDRESS",
            default="",
            help="the physician's e-mail address in a calendar file: invitations that they declined are free",
        )
        parser.add_argument(
            "--allow-fewer",
            action="store_true",
            help="also where fewer than half of a physician's busy times ahead would remain",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import; raises CommandError for a file that changes nothing (2) and for rows that were refused (1)."""
        path: Path = options["file"]
        try:
            reading = read_file(path.read_bytes(), name=path.name, kind=options["format"], owner=options["owner"])
        except (OSError, UnreadableFileError) as error:
            raise CommandError(f"{path.name}: {error}", returncode=NOTHING_CHANGED) from error
        physician = None
        if npi := options["physician"]:
            physician = Physician.objects.filter(npi=npi).first()
            if physician is None:
                raise CommandError(f"No one in the directory has the NPI {npi}.", returncode=NOTHING_CHANGED)
        elif any(not row.npi for row in reading.rows) or path.suffix.lower() == ".ics" or options["format"] == "ics":
            raise CommandError("A calendar file needs --physician NPI.", returncode=NOTHING_CHANGED)
        try:
            imported = import_busy_times(reading=reading, physician=physician, allow_fewer=options["allow_fewer"])
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=REFUSED_ROWS) from refusal
        for replaced in imported.replaced:
            self.stdout.write(f"{replaced.busy_import.physician.npi}: {replaced.busy_import.taken} busy times")
            for visit in replaced.in_the_way:
                self.stdout.write(f"  overlaps the {visit.get_status_display().lower()} visit {visit.pk}")
        self._report(imported)

    def _report(self, imported: Imported) -> None:
        """Print what wasn't taken; raises CommandError if there is anything."""
        for sentences in (imported.guesses, imported.problems):
            for sentence in sentences[:MOST_PROBLEMS]:
                self.stderr.write(sentence)
            if (left_out := len(sentences) - MOST_PROBLEMS) > 0:
                self.stderr.write(f"and {left_out} more")
        if imported.fewer:
            self.stderr.write("--allow-fewer replaces a calendar all the same.")
        if imported.problems:
            code = REFUSED_ROWS if imported.replaced else NOTHING_CHANGED
            raise CommandError("Not everything was taken over.", returncode=code)
