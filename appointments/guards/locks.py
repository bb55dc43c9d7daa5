"""The transaction of every service that moves a request or takes a physician's time.

Always lock the request first, then the physicians in the order of their keys, then the visits. A wait ends after
three seconds. docs/decisions/0006-no-double-booking.md says why.
"""

import contextlib
from collections.abc import Collection, Iterator

from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.utils.translation import gettext as _
from psycopg2 import errorcodes

from appointments.models import AppointmentRequest
from appointments.models.appointment import NO_OVERLAP
from appointments.models.operation import one_operation
from physicians.models import Physician

from .refusals import BeingChanged, Refused, TimeTaken

LOCK_TIMEOUT = "3s"
WAITED_TOO_LONG = (errorcodes.LOCK_NOT_AVAILABLE, errorcodes.DEADLOCK_DETECTED)


@contextlib.contextmanager
def locking() -> Iterator[None]:
    """Run the block (or, as a decorator, the function) in one transaction that waits at most three seconds for a lock.

    The block is also one operation: all history rows it writes share an id, including those of nested services.

    Raises BeingChanged if another transaction holds a row for longer, and TimeTaken if the exclusion constraint, the
    last guard, finds an overlap.
    """
    try:
        with one_operation(), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
            yield
    except (OperationalError, IntegrityError) as error:
        raise _in_words(error) or error from error


def _in_words(error: DatabaseError) -> Refused | None:
    cause = error.__cause__
    if getattr(cause, "pgcode", None) in WAITED_TOO_LONG:
        return BeingChanged()
    if getattr(getattr(cause, "diag", None), "constraint_name", None) == NO_OVERLAP:
        return TimeTaken(_("Someone else has just taken this time. Choose another."))
    return None


def lock_request(request_id: int) -> AppointmentRequest:
    """Lock the request's row until the transaction ends; raises AppointmentRequest.DoesNotExist."""
    return AppointmentRequest.objects.select_for_update(of=("self",)).get(pk=request_id)


def lock_physicians(physician_ids: Collection[int]) -> dict[int, Physician]:
    """Lock the physicians' calendars until the transaction ends, in the order of their keys; return them by key.

    Others can still refer to a locked physician: a new request for them doesn't wait.
    """
    rows = Physician.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=physician_ids).order_by("pk")
    return {physician.pk: physician for physician in rows}
