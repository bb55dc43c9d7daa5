"""Who looked at a patient's request: everything on record about one reference, to be read and printed."""

import dataclasses
import datetime
from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.admin.sections import SECTIONS, Section
from appointments.models import AppointmentRequest, RecordAccess
from appointments.models.request import plain_reference
from physicians.storable import storable
from wakemed.models.security_event import Happened, SecurityEvent

from .sentences import sentence

MOST = 2000  # of each kind of row, the latest; a request has some dozens
READ, SEARCHES = "appointments.view_recordaccess", "appointments.view_desksearch"

SECTIONS.append(
    Section(
        label=gettext_lazy("Who saw a request"),
        about=gettext_lazy("Everyone who opened, found or exported one request, and its patient's own link."),
        view="patient_access",
        permission=READ,
        rooms=("wakemed/securityevent/who-saw",),
    )
)


@dataclasses.dataclass(frozen=True)
class Seen:
    """One line of the report."""

    at: datetime.datetime
    who: str
    what: str


@dataclasses.dataclass
class Person:
    """What one member of staff did, in numbers."""

    name: str
    email: str
    first: datetime.datetime
    last: datetime.datetime
    opened: int = 0
    times: int = 0


def who_saw(request: HttpRequest) -> HttpResponse:
    """Show the report of the reference in the address; raises PermissionDenied."""
    if not request.user.has_perm(READ):
        raise PermissionDenied
    typed = storable(request.GET.get("reference", "")).strip()[:40]
    reference = plain_reference(typed)
    found = AppointmentRequest.objects.filter(reference=reference).first() if reference else None
    context = {
        **admin.site.each_context(request),
        "title": _("Who saw a request"),
        "typed": typed,
        "about": found,
        "now": timezone.now(),
        **(report(found, shows_words=request.user.has_perm(SEARCHES)) if found else {}),
    }
    return TemplateResponse(request, "admin/wakemed/who_saw.html", context)


def report(about: AppointmentRequest, *, shows_words: bool) -> dict[str, Any]:
    """Return the people and the lines, the latest first; `shows_words`: with what was typed to find it."""
    readings = list(
        RecordAccess.objects.filter(request=about).select_related("staff", "search").order_by("-at", "-id")[:MOST]
    )
    events = SecurityEvent.objects.filter(patient_request=about).select_related("patient_request")[:MOST]
    lines = chain(
        (
            Seen(reading.at, str(reading.staff), _with_address(_look(reading, shows_words), reading))
            for reading in readings
        ),
        (Seen(event.at, _by(event), _link(event)) for event in events),
    )
    return {
        "people": people(readings),
        "lines": sorted(lines, key=lambda line: line.at, reverse=True),
        "most": MOST if len(readings) == MOST else None,
    }


def _look(reading: RecordAccess, shows_words: bool) -> str:
    """Return in words how someone saw the request."""
    kind = RecordAccess.Kind
    if reading.kind == kind.FOUND and reading.search and shows_words:
        return _("Found it by searching for “%(typed)s”.") % {"typed": reading.search.typed}
    words: dict[str, str] = {
        kind.OPENED: _("Opened the request."),
        kind.LISTED: _("Saw it in a list."),
        kind.EXPORTED: _("Exported it to a file."),
        kind.FOUND: _("Found it by a search."),
    }
    return words[reading.kind]


def _by(event: SecurityEvent) -> str:
    """Return who did it: a patient through the link, if it isn't a copy."""
    nobody = _("A command on the server") if event.kind == Happened.COPIED else _("Through the link")
    return event.by_email or nobody


def _link(event: SecurityEvent) -> str:
    return _with_address(sentence(event), event)


def _with_address(words: str, seen: RecordAccess | SecurityEvent) -> str:
    """Return the words with the network address behind them; rows of before it was kept have none."""
    return f"{words} " + _("Network address: %(address)s.") % {"address": seen.address or "–"}


def people(readings: Iterable[RecordAccess]) -> list[Person]:
    """Return who is among the readings, in the order of their latest one."""
    found: dict[int, Person] = {}
    for reading in readings:  # the latest comes first
        staff = reading.staff
        person = found.setdefault(staff.pk, Person(str(staff), staff.email, reading.at, reading.at))
        person.first = reading.at
        person.times += 1
        person.opened += reading.kind == RecordAccess.Kind.OPENED
    return list(found.values())
