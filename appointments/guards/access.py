"""The log of who has read which request (45 CFR 164.312(b))."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone

from appointments.models import AppointmentRequest, DeskSearch, RecordAccess
from appointments.models.desk_search import LONGEST
from physicians.storable import storable

from .current_request import from_where
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


def record_exported(
    *, requests: Iterable[AppointmentRequest], staff: AbstractUser, where: Mapping[str, Any] | None = None
) -> None:
    """Log that `staff` took these requests away in a file.

    `where` is what `from_where()` said when they asked for it, if they have their answer by now.
    """
    _record(dict.fromkeys(requests, RecordAccess.Kind.EXPORTED), staff, where=where)


def record_shown(
    http_request: HttpRequest,
    *,
    requests: Iterable[AppointmentRequest],
    staff: AbstractUser,
    typed: str = "",
) -> None:
    """Log that a page listed these requests, and what was typed to find them.

    A page that refreshed itself logs only what wasn't on it before.
    """
    shown = list(requests)
    search = _record_search(http_request, storable(typed).strip()[:LONGEST], staff)
    if is_refresh(http_request) and shown:
        seen = RecordAccess.objects.filter(request__in=shown, staff_id=staff.pk, at__gt=_session_began())
        known = set(seen.values_list("request_id", flat=True))
        shown = [request for request in shown if request.pk not in known]
    kind = RecordAccess.Kind.FOUND if search else RecordAccess.Kind.LISTED
    _record(dict.fromkeys(shown, kind), staff, search)


def _record_search(http_request: HttpRequest, typed: str, staff: AbstractUser) -> DeskSearch | None:
    """Return the row of what was typed, if anything was. A page that refreshed itself has asked before."""
    if not typed:
        return None
    if is_refresh(http_request):
        before = DeskSearch.objects.filter(staff_id=staff.pk, typed=typed, at__gt=_session_began()).first()
        if before is not None:
            return before
    return DeskSearch.objects.create(staff_id=staff.pk, typed=typed, **from_where())


def _session_began() -> datetime.datetime:
    """Return a moment before which the session of someone who is signed in can't have begun."""
    return timezone.now() - datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)


def _record(
    seen: Mapping[AppointmentRequest, str],
    staff: AbstractUser,
    search: DeskSearch | None = None,
    where: Mapping[str, Any] | None = None,
) -> None:
    """Write one row for each request, in one statement."""
    if seen:
        where = where or from_where()
        RecordAccess.objects.bulk_create(
            RecordAccess(request=request, staff_id=staff.pk, kind=kind, search=search, **where)
            for request, kind in seen.items()
        )
