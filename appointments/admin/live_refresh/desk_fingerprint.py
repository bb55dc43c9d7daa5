"""A short text that changes whenever something at the desk may have changed, for one cheap statement."""

import hashlib

from django.apps import apps
from django.db import connection
from django.utils import timezone

# What grows by a row with every change that a list of the desk may show: history tables, and what staff write.
GROWING = (
    *("appointments.AppointmentRequestEvent", "appointments.AppointmentEvent", "appointments.AvailabilityRuleEvent"),
    *("appointments.ExtraSessionEvent", "appointments.TimeOffEvent", "appointments.AnswerChange", "appointments.Note"),
    *("appointments.BusyImport", "appointments.Holiday", "appointments.ContactAttempt", "appointments.Message"),
)
LATEST = 30  # rows of each; one that was committed late is still among them
# Ages, “late” and held times change by the clock, and some tables, such as the doctors, don't grow: after these
# seconds the page is read again even if nothing else has changed.
LONGEST = 300


def desk_fingerprint(staff_id: int | None) -> str:
    """Return the fingerprint of what a member of staff sees at the desk. It reads the ends of a few primary keys."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(map(_latest, GROWING))}")
        state = cursor.fetchone()
    period = int(timezone.now().timestamp()) // LONGEST
    return hashlib.sha256(f"{staff_id} {period} {state}".encode()).hexdigest()[:32]


def _latest(model: str) -> str:
    """Return the statement for the sum of a table's latest keys: a maximum would miss a row that comes late."""
    meta = apps.get_model(model)._meta
    table, key = meta.db_table, meta.pk.column
    return f"(SELECT sum({key}) FROM (SELECT {key} FROM {table} ORDER BY {key} DESC LIMIT {LATEST}) AS latest)"
