"""The command that erases what has been kept long enough."""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from appointments.models import AppointmentRequest
from appointments.workflow import ClosedReason
from physicians.advisory_locks import Job, alone
from physicians.database_roles import ERASER
from wakemed.models.erasure import Erased, Erasure
from wakemed.retention import report_lines
from wakemed.retention.due_requests import due_requests
from wakemed.retention.erase_by_age import RULES, erase_by_age, erase_name_words
from wakemed.retention.erase_requests import Run, erase_requests
from wakemed.retention.one_request import Unerasable, erase_one, find_request

SETTINGS = ("RETENTION_DAYS", "ACCESS_LOG_DAYS", "SEARCH_WORDS_DAYS", "LEGAL_HOLDS")


def ticket(text: str) -> str:
    """Return the number of a ticket; a name has no place there."""
    if not re.fullmatch("[A-Za-z0-9-]{1,40}", text):
        raise argparse.ArgumentTypeError("a ticket has letters, digits and hyphens only")
    return text


class Command(BaseCommand):
    """Erase requests by their reason for closing, logs by their age; or one request."""

    help = "Erase what has been kept long enough (docs/operations.md). Needs the database role that erases."

    def add_arguments(self, parser: Any) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="Count what would be erased, and change nothing.")
        parser.add_argument("--request", metavar="REFERENCE", help="Erase this one closed request now, and no other.")
        parser.add_argument("--ticket", type=ticket, help="The number under which someone asked for it.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count or erase; raises CommandError: 1 if it may not, 2 if requests were left because someone had them."""
        try:
            chosen = find_request(options["request"]) if options["request"] else None
        except Unerasable as problem:
            raise CommandError(str(problem)) from None
        if options["dry_run"]:
            if chosen:
                raise CommandError("--dry-run counts what is due. A single request is erased whole.")
            self.count()
        else:
            self.erase(Run(ticket=options["ticket"] or ""), chosen)

    def erase(self, run: Run, chosen: AppointmentRequest | None) -> None:
        """Erase all that is due, or the chosen request; raises CommandError."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user::text")
            if cursor.fetchone() != (ERASER,):
                raise CommandError(f"This needs the database role {ERASER}: set DATABASE_URL to its address.")
        with alone(Job.RETENTION) as is_alone:
            if not is_alone:
                raise CommandError("Another run is still at work.")
            self.erase_alone(run, chosen)

    def erase_alone(self, run: Run, chosen: AppointmentRequest | None) -> None:
        """Erase, and note that it's finished; raises CommandError with 2 if requests were left."""
        self.tell(erase_one(run, chosen) if chosen else all_that_is_due(run))
        self.tell(erase_name_words(run))
        run.note(Erased.FINISHED, settings={name: getattr(settings, name) for name in SETTINGS})
        if run.left:
            raise CommandError(f"{run.left} requests were in use; run it again.", returncode=2)
        self.stdout.write("Done.")

    def tell(self, erasures: Iterator[Erasure]) -> None:
        """Print what is erased, summed up by rule, as soon as a rule is finished."""
        name, requests, rows = "", 0, Counter[str]()
        for erasure in erasures:
            if name and name != report_lines.name_of(erasure):
                self.stdout.write("\n".join(report_lines.lines(name, requests, rows)))
                requests, rows = 0, Counter()
            name = report_lines.name_of(erasure)
            requests += erasure.requests
            rows.update(erasure.rows)
        if name:
            self.stdout.write("\n".join(report_lines.lines(name, requests, rows)))

    def count(self) -> None:
        """Print what would be erased."""
        for reason in ClosedReason.values:
            number, rows = report_lines.would_be_erased(reason)
            name = f"requests {reason}, kept {settings.RETENTION_DAYS[reason]} days"
            self.stdout.write("\n".join(report_lines.lines(f"{name}: {number} requests", 0, rows)))
        self.stdout.write("\n".join(report_lines.would_be_erased_by_age()))
        self.stdout.write("Nothing was changed.")


def all_that_is_due(run: Run) -> Iterator[Erasure]:
    """Erase all that has been kept long enough, and yield the row about each transaction."""
    for reason in ClosedReason.values:
        days = settings.RETENTION_DAYS[reason]
        yield from erase_requests(
            run, partial(due_requests, reason), Erased.REQUESTS, closed_reason=reason, kept_days=days
        )
    for rule in RULES:
        yield from erase_by_age(run, rule)
