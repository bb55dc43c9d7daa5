"""The command that the mail server calls with a mail that came back."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError

from appointments.mail.bounce_notices import Unreadable, read_status_notice
from appointments.mail.bounces import record_bounce
from appointments.models import Notification

MOST_BYTES = 5 * 1024 * 1024


class Command(BaseCommand):
    """Read one delivery status notification (RFC 3464) from standard input."""

    help = "Read a delivery status notification from standard input and mark its mail as returned."

    def handle(self, *args: Any, **options: Any) -> None:
        """Record a failure; raises CommandError: exit status 1 if the mail isn't ours, 75 to be called again."""
        try:
            notice = read_status_notice(sys.stdin.buffer.read(MOST_BYTES))
            if not notice.failed:
                self.stdout.write("The mail has not come back; nothing was recorded.")
                return
            record_bounce(notification_id=notice.notification_id, status=notice.status)
        except Unreadable as error:
            raise CommandError(str(error)) from None
        except Notification.DoesNotExist:
            raise CommandError("The mail that came back is not one of ours.") from None
        except (DatabaseError, InterfaceError):
            # sysexits.h: the mail server keeps the notice and tries again.
            raise CommandError("The database is unavailable.", returncode=os.EX_TEMPFAIL) from None
        self.stdout.write("Recorded.")
