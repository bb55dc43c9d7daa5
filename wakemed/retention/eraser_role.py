"""What the role that erases may do, granted after every `migrate` if there is such a role.

It reads and deletes the rows of patients, cuts the logs off from a request, and notes what it did. A web process is
never given it: it has its own address, as the owner's is for `migrate` alone.
"""

from typing import Any

from django.db import connections, transaction

from appointments.models import (
    AppointmentRequest,
    DeskSearch,
    LostLink,
    PatientNameWord,
    RecordAccess,
)
from physicians.database_roles import ERASER
from wakemed.models import Erasure, LostPassword, SecurityEvent

from .patient_tables import ERASED

# “DELETE” of whole rows; “UPDATE (…)” of what names a patient in rows that stay.
CUT_OFF = {
    RecordAccess: ("request_id",),
    DeskSearch: ("typed",),
    SecurityEvent: ("patient_request_id", "address"),
    # Without it no row can be locked. Nothing is changed: a trigger would write history, which this role may not.
    AppointmentRequest: ("version",),
}


def rights() -> dict[str, set[str]]:
    """Return the rights on each table on which the role has any."""
    deletes = [table.table for table in ERASED]
    deletes += [model._meta.db_table for model in (*CUT_OFF, LostLink, LostPassword, PatientNameWord)]
    given = {table: {"SELECT", "DELETE"} for table in deletes}
    for model, columns in CUT_OFF.items():
        given[model._meta.db_table].add(f"UPDATE ({', '.join(columns)})")
    return given | {Erasure._meta.db_table: {"SELECT", "INSERT"}}


def grant_eraser_role(using: str = "default", **kwargs: Any) -> None:
    """Give the role its rights and no others; does nothing if there is no such role on the server."""
    connection = connections[using]
    quote = connection.ops.quote_name
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", [ERASER])
        if not cursor.rowcount:
            return
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ERASER}")
        cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {ERASER}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {ERASER}")
        for table, verbs in rights().items():
            cursor.execute(f"GRANT {', '.join(sorted(verbs))} ON {quote(table)} TO {ERASER}")
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [Erasure._meta.db_table])
        cursor.execute(f"GRANT USAGE ON SEQUENCE {cursor.fetchone()[0]} TO {ERASER}")
