"""The log of who has read which request (45 CFR 164.312(b))."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser

from appointments.models import AppointmentRequest, RecordAccess


def record_opened(*, request: AppointmentRequest, staff: AbstractUser) -> None:
    """Log that `staff` opened the request's page."""
    RecordAccess.objects.create(request=request, staff_id=staff.pk, kind=RecordAccess.Kind.OPENED)


def record_listed(*, requests: Iterable[AppointmentRequest], staff: AbstractUser) -> None:
    """Log that `staff` saw these requests in a list, one row each, in one statement."""
    rows = [RecordAccess(request=request, staff_id=staff.pk, kind=RecordAccess.Kind.LISTED) for request in requests]
    if rows:
        RecordAccess.objects.bulk_create(rows)
