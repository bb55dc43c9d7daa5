"""The log of who has read which request (45 CFR 164.312(b))."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AbstractUser

from appointments.models import AppointmentRequest, RecordAccess


def record_opened(
    *, request: AppointmentRequest, staff: AbstractUser, beside: Iterable[AppointmentRequest] = ()
) -> None:
    """Log that `staff` opened the request's page, and saw on it some facts of the requests `beside`."""
    kind = RecordAccess.Kind
    _record({request: kind.OPENED} | dict.fromkeys(beside, kind.LISTED), staff)


def record_listed(*, requests: Iterable[AppointmentRequest], staff: AbstractUser) -> None:
    """Log that `staff` saw these requests in a list."""
    _record(dict.fromkeys(requests, RecordAccess.Kind.LISTED), staff)


def _record(seen: Mapping[AppointmentRequest, str], staff: AbstractUser) -> None:
    """Write one row for each request, in one statement."""
    if seen:
        RecordAccess.objects.bulk_create(
            RecordAccess(request=request, staff_id=staff.pk, kind=kind) for request, kind in seen.items()
        )
