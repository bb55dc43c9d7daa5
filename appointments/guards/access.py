"""The log of who has read which request (45 CFR 164.312(b))."""

import datetime
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone

from appointments.models import AppointmentRequest, RecordAccess

from .refreshes import is_refresh


def record_opened(
    *, request: AppointmentRequest, staff: AbstractUser, beside: Iterable[AppointmentRequest] = ()
) -> None:
    """Log that `staff` opened the request's page, and saw on it some facts of the requests `beside`."""
    kind = RecordAccess.Kind
    _record({request: kind.OPENED} | dict.fromkeys(beside, kind.LISTED), staff)


def record_listed(*, requests: Iterable[AppointmentRequest], staff: AbstractUser) -> None:
    """Log that `staff` saw these requests in a list."""
    _record(dict.fromkeys(requests, RecordAccess.Kind.LISTED), staff)


def record_shown(http_request: HttpRequest, *, requests: Iterable[AppointmentRequest], staff: AbstractUser) -> None:
    """Log that a page listed these requests. A page that refreshed itself logs only what wasn't on it before."""
    shown = list(requests)
    if is_refresh(http_request) and shown:
        session_began = timezone.now() - datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)
        seen = RecordAccess.objects.filter(request__in=shown, staff_id=staff.pk, at__gt=session_began)
        known = set(seen.values_list("request_id", flat=True))
        shown = [request for request in shown if request.pk not in known]
    record_listed(requests=shown, staff=staff)


def _record(seen: Mapping[AppointmentRequest, str], staff: AbstractUser) -> None:
    """Write one row for each request, in one statement."""
    if seen:
        RecordAccess.objects.bulk_create(
            RecordAccess(request=request, staff_id=staff.pk, kind=kind) for request, kind in seen.items()
        )
