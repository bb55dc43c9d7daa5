"""The record of who has read what (45 CFR 164.312(b))."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser

from appointments.models import AppointmentRequest, RecordAccess


def record_opened(*, request: AppointmentRequest, staff: AbstractUser) -> None:
    """Record that `staff` opened the record."""
    RecordAccess.objects.create(request=request, staff_id=staff.pk, kind=RecordAccess.Kind.OPENED)


def record_listed(*, requests: Iterable[AppointmentRequest], staff: AbstractUser) -> None:
    """Record that `staff` saw these in a list: one statement, one row each."""
    RecordAccess.objects.bulk_create(
        RecordAccess(request=request, staff_id=staff.pk, kind=RecordAccess.Kind.LISTED) for request in requests
    )
