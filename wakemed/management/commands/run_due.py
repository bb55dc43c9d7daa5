"""Run the periodic tasks, once or every minute, one runner at a time."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections

from physicians.advisory_locks import Job, alone
from wakemed.periodic_tasks import run_due_tasks
from wakemed.running.stopping import Stopping

logger = logging.getLogger(__name__)

EVERY_SECONDS = 60


class Command(BaseCommand):
    """Run what is due now, or (--forever) each minute until SIGTERM."""

    help = "Run what is due: reminders, lapsed offers, scheduled publishing, expired drafts, old sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --forever."""
        parser.add_argument("--forever", action="store_true", help="again each minute, until told to stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once, or until a signal."""
        if not options["forever"]:
            self.run_once()
            return
        stopping = Stopping()
        while not stopping.asked:
            try:
                self.run_once()
            except (DatabaseError, InterfaceError):
                logger.warning("database unavailable; trying again")
            stopping.wait(EVERY_SECONDS)

    def run_once(self) -> None:
        """Run the tasks unless another runner holds the lock; a task that fails doesn't stop those after it."""
        close_old_connections()
        with alone(Job.PERIODIC_TASKS) as is_alone:
            if is_alone:
                run_due_tasks()
