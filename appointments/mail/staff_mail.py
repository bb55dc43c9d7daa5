"""Mail to staff about matters that this app knows nothing of: it only delivers it.

Whoever has something to say registers what a kind of mail says and when it is still needed; `wakemed` does so for
the reviews of pages.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from appointments.models import Notification

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclasses.dataclass(frozen=True)
class StaffMail:
    """One kind: its subject, its templates without “.txt” and “.html”, what they are told, and whether to send it."""

    subject: "StrOrPromise"
    template: str
    content: Callable[[Notification], dict[str, Any]]
    still_needed: Callable[[Notification], bool]


_registered: dict[str, StaffMail] = {}


def register(kind: Notification.Kind, mail: StaffMail) -> None:
    """Say what a kind of mail is; a second time replaces the first."""
    _registered[kind.value] = mail


def staff_mail_of(notification: Notification) -> StaffMail | None:
    """Return what was registered for this mail's kind; None for mail of this app's own."""
    return _registered.get(str(notification.kind))
