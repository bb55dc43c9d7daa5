"""Everything periodic, each minute, one runner at a time."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from wakemed.due import LOCK_NUMBER, run_due_tasks

EVERY_SECONDS = 60


class Command(BaseCommand):
    """Runs what is due now, or (--forever) each minute until SIGTERM."""

    help = "Run what is due: scheduled publishing, lapsed drafts, old sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --forever."""
        parser.add_argument("--forever", action="store_true", help="again each minute, until told to stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once, or until a signal."""
        stopping = threading.Event()
        if options["forever"]:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: stopping.set())
        while True:
            self.run_once()
            if not options["forever"] or stopping.wait(EVERY_SECONDS):
                return

    def run_once(self) -> None:
        """Run the tasks unless another runner holds the lock; a task that fails stops none after it."""
        close_old_connections()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_NUMBER])
            if not cursor.fetchone()[0]:
                return
            try:
                run_due_tasks()
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])
