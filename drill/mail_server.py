"""A mail server on this machine that keeps what it takes, and can be stopped."""

import collections
import email
import email.policy
from typing import Any

from aiosmtpd.controller import Controller


class MailServer:
    """Counts the mails that it has taken by their Message-ID."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.taken: collections.Counter[str] = collections.Counter()
        self.start()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        """Take a mail."""
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.taken[str(message["Message-ID"])] += 1
        return "250 OK"

    def start(self) -> None:
        """Listen."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Refuse every connection from now on."""
        self._controller.stop()
