"""Reads the notices in which mail servers say that a mail came back (RFC 3464)."""

import dataclasses
import email
import email.policy
import re
import uuid
from email.message import EmailMessage, Message

from appointments.mail.mail_from import mail_domain

STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")  # RFC 3463
HEADERS = ("text/rfc822-headers", "message/rfc822", "message/global", "message/global-headers")


class Unreadable(Exception):
    """Raised for anything but a notice about a mail of ours; `str()` says why and repeats nothing from it."""


@dataclasses.dataclass(frozen=True)
class StatusNotice:
    """What became of one mail. `status` is "5.1.1", or "failed" if the notice gives none."""

    notification_id: uuid.UUID
    failed: bool
    status: str


def read_status_notice(raw: bytes) -> StatusNotice:
    """Return what a notice says; raises Unreadable."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = list(message.walk())
    report = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    if report is None:
        raise Unreadable("This is not a delivery status notification.")
    # The first block is about the server, each one after it about a recipient. Our mails have one recipient.
    recipients = [block for block in report.iter_parts() if block["Action"]] if _has_blocks(report) else []
    if not recipients:
        raise Unreadable("The notification does not say what happened to the mail.")
    failed = [block for block in recipients if str(block["Action"]).strip().lower() == "failed"]
    found = STATUS.search(str(failed[0]["Status"])) if failed else None
    return StatusNotice(_notification_id(parts), failed=bool(failed), status=found[0] if found else "failed")


def _has_blocks(report: Message) -> bool:
    return isinstance(report, EmailMessage) and report.is_multipart()


def _notification_id(parts: list[EmailMessage]) -> uuid.UUID:
    """Return the key of the notification in the Message-ID of the mail that came back."""
    for part in parts:
        if part.get_content_type() in HEADERS:
            pattern = re.compile(rf"^Message-ID:\s*<([0-9a-f-]{{36}})@{re.escape(mail_domain())}>", re.I | re.M)
            if found := pattern.search(part.as_string()):
                try:
                    return uuid.UUID(found[1])
                except ValueError:
                    break
    raise Unreadable("The notification does not contain the Message-ID of a mail of ours.")
