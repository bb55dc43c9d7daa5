"""The mail that the development settings write to a folder instead of sending it."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

SEPARATOR = re.compile(rb"^-{79}\r?\n", re.MULTILINE)  # what Django's file backend writes after each mail
BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Mail:
    """One mail. `number` counts from the oldest (1), so it stays the same when others arrive."""

    number: int
    sent_at: datetime | None
    message: EmailMessage

    @property
    def subject(self) -> str:
        return self.message["Subject"] or ""

    @property
    def to(self) -> str:
        return self.message["To"] or ""

    @property
    def headers(self) -> list[tuple[str, str]]:
        return list(self.message.items())

    @property
    def plain(self) -> str:
        """Return the plain text, or ""."""
        return self._part("plain")

    @property
    def html(self) -> str:
        """Return the HTML text, or ""."""
        return self._part("html")

    def _part(self, kind: str) -> str:
        part = self.message.get_body(preferencelist=(kind,))
        return part.get_content() if part else ""

    @property
    def calendar(self) -> str:
        """Return the calendar file, or ""."""
        part = self._calendar_part()
        return part.get_content() if part else ""

    @property
    def calendar_method(self) -> str:
        """Return what the calendar part asks for, REQUEST or CANCEL, or ""."""
        part = self._calendar_part()
        return str(part.get_param("method", "")) if part else ""

    def _calendar_part(self) -> EmailMessage | None:
        parts = (part for part in self.message.walk() if part.get_content_type() == "text/calendar")
        return next((part for part in parts if isinstance(part, EmailMessage)), None)

    @property
    def attachments(self) -> list[str]:
        """Return the names of the attached files."""
        return [part.get_filename() or part.get_content_type() for part in self.message.iter_attachments()]


def messages(folder: Path) -> Iterator[EmailMessage]:
    """Yield every mail in the folder's files, in no particular order."""
    for path in sorted(folder.glob("*.log")):
        for raw in SEPARATOR.split(path.read_bytes()):
            if raw.strip():
                yield email.message_from_bytes(raw, policy=email.policy.default)


def sent_at(message: EmailMessage) -> datetime | None:
    """Return when the mail says it was sent."""
    try:
        return parsedate_to_datetime(message["Date"])
    except (TypeError, ValueError):
        return None


def read_mails(folder: Path) -> list[Mail]:
    """Return every mail in the folder, oldest first."""
    dated = sorted(
        ((sent_at(message), message) for message in messages(folder)), key=lambda pair: pair[0] or BEGINNING
    )
    return [Mail(number, when, message) for number, (when, message) in enumerate(dated, start=1)]
