"""What a kind of mail is. Each is declared once, in `kinds/` or in the app that knows what it is about."""

import dataclasses
import enum
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.functional import Promise

from appointments.models import Notification
from appointments.models.notification import kind_labels

from .calendar_files import Method

Context = dict[str, Any]
LONGEST_NAME = Notification._meta.get_field("kind").max_length
NAME = re.compile(rf"[a-z_]{{1,{LONGEST_NAME}}}")  # it is also the name of two files


class UnknownKind(Exception):
    """A row of the outbox names a kind that nobody declares; `str()` is the name."""


class Recipient(enum.Enum):
    """Who reads it. It is sent only while they have an address and, for staff, still work here."""

    PATIENT = "the patient of a request"
    STAFF = "a member of staff"


def nothing_more(notification: Notification) -> Context:
    """Return an empty context."""
    return {}


def always(notification: Notification) -> bool:
    """Return True: this mail never goes out of date."""
    return True


@dataclasses.dataclass(frozen=True, kw_only=True)
class MailKind:
    """One kind of mail. Its templates are `{folder}/{name}.txt` and `{folder}/{name}.html`.

    Args:
        name: what the outbox stores.
        label: what the desk calls it.
        subject: may contain `%(reference)s`, the spoken reference of the request. Of a mail about times it may be an
            `ngettext_lazy` with the key “times”: how many `times` are in the context.
        goes_to: the patient of a request, or a member of staff.
        context: returns what the templates need besides `request`, `organization`, `subject` and, for a patient,
            `link` (the patient's page); called when the mail is sent.
        still_needed: returns False once the mail is no longer true; called just before `context`.
        call: what staff tell a patient without an e-mail address, as the desk says it: “Say that …”. Empty if no one
            has to call.
        calendar_method: what the mail does to the patient's calendar (RFC 5546), None for nothing. Calendars take the
            visit again only if its `sequence` has risen.
        anyone_can_cause: True if a page that asks for no date of birth causes it. An address then gets one such mail
            an hour.
        folder: where its templates are.
    """

    name: str
    label: str | Promise
    subject: str | Promise
    goes_to: Recipient
    context: Callable[[Notification], Context] = nothing_more
    still_needed: Callable[[Notification], bool] = always
    call: str | Promise = ""
    calendar_method: Method | None = None
    anyone_can_cause: bool = False
    folder: str = "appointments/mail"

    def template(self, ending: str) -> str:
        """Return the name of the template for "txt" or "html"."""
        return f"{self.folder}/{self.name}.{ending}"

    def subject_line(self, reference: str, *, times: int = 0) -> str:
        """Return the subject with the reference of the request in its place, and for so many times."""
        subject: Any = self.subject
        return str(subject % {"reference": reference, "times": times})


_declared: dict[str, MailKind] = {}


def declare(kind: MailKind) -> MailKind:
    """Make a kind known to the outbox and return it; call it when the apps are ready.

    Raises ImproperlyConfigured for what would otherwise fail at delivery.
    """
    if mistake := next(_mistakes_in(kind), None):
        raise ImproperlyConfigured(f"The mail “{kind.name}” {mistake}.")
    _declared[kind.name] = kind
    kind_labels[kind.name] = kind.label
    return kind


def kind_of(notification: Notification) -> MailKind:
    """Return the kind of a queued mail; raises UnknownKind."""
    try:
        return _declared[notification.kind]
    except KeyError:
        raise UnknownKind(notification.kind) from None


def limited() -> list[str]:
    """Return the names of the kinds that anyone can cause: an address gets one such mail an hour."""
    return [kind.name for kind in _declared.values() if kind.anyone_can_cause]


def _mistakes_in(kind: MailKind) -> Iterator[str]:
    if kind.name in _declared:
        yield "is declared twice"
    if not NAME.fullmatch(kind.name):
        yield f"needs a name of at most {LONGEST_NAME} lowercase letters and underscores"
    if not kind.label:
        yield "has no label"
    if not kind.subject:
        yield "has no subject"
    try:
        kind.subject_line("")
    except (KeyError, TypeError, ValueError):
        yield "has a subject with a placeholder other than %(reference)s"
    for part in ("context", "still_needed"):
        if not callable(getattr(kind, part)):
            yield f"has no function {part}"
    if kind.call and kind.goes_to is not Recipient.PATIENT:
        yield "goes to staff and has words for a call to a patient"
    if kind.calendar_method and kind.goes_to is not Recipient.PATIENT:
        yield "goes to staff and cannot change a patient's calendar"
    for ending in ("txt", "html"):
        try:
            get_template(kind.template(ending))
        except TemplateDoesNotExist as error:
            yield f"has no template {error}"
