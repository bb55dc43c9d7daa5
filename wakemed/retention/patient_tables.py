"""Every table that holds something of a request, and what erasing does to it. A test notices if one is missing."""

import dataclasses
from collections.abc import Mapping, Sequence

from django.apps import apps
from django.db import connection, models

Keys = Mapping[str, Sequence[int]]


@dataclasses.dataclass(frozen=True)
class PatientTable:
    """A table whose rows belong to requests or to their visits.

    Attributes:
        name: of the model, in `appointments`.
        column: the one that holds the key.
        of: “request” or “appointment”: whose key that is.
    """

    name: str
    column: str = "request_id"
    of: str = "request"

    @property
    def model(self) -> type[models.Model]:
        """Return the model."""
        return apps.get_model("appointments", self.name)

    @property
    def table(self) -> str:
        """Return the table's name in the database."""
        return self.model._meta.db_table

    def count(self, keys: Keys) -> int:
        """Return how many rows belong to what has these keys."""
        return self._run("SELECT count(*) FROM", keys)

    def erase(self, keys: Keys) -> int:
        """Delete the rows that belong to what has these keys; return how many."""
        return self._run("DELETE FROM", keys)

    def _run(self, verb: str, keys: Keys) -> int:
        quote = connection.ops.quote_name
        with connection.cursor() as cursor:
            cursor.execute(f"{verb} {quote(self.table)} WHERE {quote(self.column)} = ANY(%s)", [list(keys[self.of])])
            return cursor.rowcount if verb.startswith("DELETE") else cursor.fetchone()[0]


# What points at other rows comes before them. Keys are checked at commit, so the order is for readers.
ERASED = (
    PatientTable("PreferredLocation", "appointmentrequest_id"),
    PatientTable("PreferredTime"),
    PatientTable("PatientNames"),
    PatientTable("RequestDraft"),
    PatientTable("RequestLink"),
    PatientTable("Notification"),
    PatientTable("AppointmentChange", "appointment_id", of="appointment"),
    PatientTable("AppointmentEvent", "pgh_obj_id", of="appointment"),
    PatientTable("Appointment"),
    PatientTable("Offer"),
    PatientTable("ContactAttempt"),
    PatientTable("Message"),
    PatientTable("Note"),
    PatientTable("AnswerChange"),
    PatientTable("StatusChange"),
    PatientTable("AppointmentRequestEvent", "pgh_obj_id"),
    PatientTable("AppointmentRequest", "id"),
)


def keys_of(requests: Sequence[int]) -> dict[str, list[int]]:
    """Return the keys of these requests and of their visits."""
    visits = apps.get_model("appointments", "Appointment").objects.filter(request__in=requests)
    return {"request": list(requests), "appointment": list(visits.values_list("pk", flat=True))}
