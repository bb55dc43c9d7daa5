"""Everything on record about one request and its duplicates, in sections."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest, RecordAccess
from appointments.models.request import plain_reference
from wakemed.models import SecurityEvent
from wakemed.retention.due_requests import with_duplicates
from wakemed.retention.patient_tables import ERASED, PatientTable, keys_of

from .facts import Fact, facts_of, in_words

# The tables that hold something of a patient, and what the copy calls each.
TITLES = {
    "AppointmentRequest": _("The request"),
    "PreferredLocation": _("Preferred clinics"),
    "PreferredTime": _("Preferred times"),
    "AnswerChange": _("Changed answers"),
    "StatusChange": _("What became of the request"),
    "Message": _("Messages"),
    "ContactAttempt": _("Calls and other contact"),
    "Note": _("Notes of the staff"),
    "Offer": _("Offers"),
    "Appointment": _("Appointments"),
    "AppointmentChange": _("What became of the appointments"),
    "Notification": _("Mail"),
    "RequestLink": _("Links to the patient's page"),
    "RequestDraft": _("Answers that weren't sent"),
    "AppointmentRequestEvent": _("Earlier versions of the request"),
    "AppointmentEvent": _("Earlier versions of the appointments"),
}
# Words that the search has made of the names.
NOT_COPIED = {"PatientNames"}
IN_FILE_ONLY = {"AppointmentRequestEvent", "AppointmentEvent"}


@dataclasses.dataclass(frozen=True)
class Section:
    """Rows of one kind."""

    name: str
    title: Any
    rows: list[list[Fact]]


@dataclasses.dataclass(frozen=True)
class Copy:
    """What is on record about one request."""

    request: AppointmentRequest
    sections: list[Section]

    @property
    def printed(self) -> list[Section]:
        """Return the sections for the page: those that have rows, without earlier versions."""
        return [section for section in self.sections if section.rows and section.name not in IN_FILE_ONLY]

    def as_data(self) -> dict[str, Any]:
        """Return it for a file."""
        rows = {each.name: [{fact.name: fact.value for fact in row} for row in each.rows] for each in self.sections}
        return {"reference": self.request.spoken_reference, **rows}


def find(reference: str) -> list[AppointmentRequest]:
    """Return the request with this reference, as someone typed it, and its duplicates, or an empty list."""
    found = AppointmentRequest.objects.filter(reference=plain_reference(reference)).values_list("pk", flat=True)
    return list(with_duplicates(list(found)).select_related("condition", "physician", "claimed_by", "nurse"))


def copies(requests: Iterable[AppointmentRequest]) -> list[Copy]:
    """Return the copy of each request."""
    return [Copy(request, [*_sections(request), *_lookers(request)]) for request in requests]


def file_of(made: Iterable[Copy]) -> dict[str, Any]:
    """Return the contents of the file."""
    return {
        "from": str(settings.HOSPITAL_NAME),
        "made": timezone.now(),
        "requests": [each.as_data() for each in made],
    }


def _sections(request: AppointmentRequest) -> Iterator[Section]:
    keys, tables = keys_of([request.pk]), {table.name: table for table in ERASED}
    for name, title in TITLES.items():
        yield Section(name, title, [facts_of(row) for row in _rows(tables[name], keys)])


def _rows(table: PatientTable, keys: dict[str, list[int]]) -> Iterable[Any]:
    rows: Any = table.model._default_manager
    return rows.filter(**{f"{table.column}__in": keys[table.of]}).order_by("pk")


def _lookers(request: AppointmentRequest) -> Iterator[Section]:
    """Yield who has looked at it; not what they typed to find it, which may name others."""
    looks = RecordAccess.objects.filter(request=request).select_related("staff").order_by("at", "pk")
    rows = [_look(look.at, str(look.staff), look.get_kind_display()) for look in looks]
    yield Section("seen_by", _("Who looked at the request"), rows)
    events = SecurityEvent.objects.filter(patient_request=request).order_by("at", "pk")
    rows = [_look(event.at, event.by_email or event.address or "", event.get_kind_display()) for event in events]
    yield Section("links_and_copies", _("Links that were opened, and copies"), rows)


def _look(at: Any, who: str, what: str) -> list[Fact]:
    return [
        Fact("at", str(_("Time")), at, in_words(at)),
        Fact("who", str(_("Who, or from which network address")), who, who),
        Fact("what", str(_("What")), what, what),
    ]
