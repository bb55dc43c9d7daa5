"""Answer those who have lost a link or a password, and empty the outbox."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections

from appointments.mail.delivery import deliver_next
from appointments.mail.lost_links import answer_lost_links
from wakemed.running.stopping import Stopping
from wakemed.signin.lost_passwords import answer_lost_passwords

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 1


class Command(BaseCommand):
    """Send what is due; with --forever, look again each second until SIGTERM. Any number may run."""

    help = "Send the mail that is due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --forever."""
        parser.add_argument("--forever", action="store_true", help="keep looking, until told to stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send until nothing is due, or until a signal; a mail that is being sent is finished first."""
        if not options["forever"]:
            answer_lost_links()
            answer_lost_passwords()
            while deliver_next():
                pass
            return
        stopping = Stopping()
        while not stopping.wait(LOOK_EVERY_SECONDS):
            close_old_connections()
            try:
                answer_lost_links()
                answer_lost_passwords()
                while deliver_next() and not stopping.wait(0):
                    pass
            except (DatabaseError, InterfaceError):
                logger.warning("the database is unavailable; trying again")
