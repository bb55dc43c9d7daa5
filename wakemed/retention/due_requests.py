"""Which requests have been kept long enough."""

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from appointments.models import AppointmentRequest, StatusChange
from appointments.workflow import Status


def cutoff(days: int) -> datetime.datetime:
    """Return the moment that lies so many days back."""
    return timezone.now() - datetime.timedelta(days=days)


def held() -> QuerySet[AppointmentRequest]:
    """Return the requests that LEGAL_HOLDS names."""
    return AppointmentRequest.objects.filter(reference__in=settings.LEGAL_HOLDS)


def erasable() -> QuerySet[AppointmentRequest]:
    """Return closed requests that no legal hold names, neither them nor a duplicate of theirs nor what they repeat."""
    names = settings.LEGAL_HOLDS
    is_held = Q(reference__in=names) | Q(duplicate_of__in=held()) | Exists(held().filter(duplicate_of=OuterRef("pk")))
    return AppointmentRequest.objects.filter(~is_held, status=Status.CLOSED)


def due_requests(closed_reason: str) -> QuerySet[AppointmentRequest]:
    """Return the requests, closed for this reason, whose RETENTION_DAYS are over; they begin with the last closing."""
    until = cutoff(settings.RETENTION_DAYS[closed_reason])
    later = StatusChange.objects.filter(request=OuterRef("pk"), at__gt=until)
    return erasable().filter(~Exists(later), closed_reason=closed_reason, submitted_at__lte=until)


def with_duplicates(requests: Sequence[int]) -> QuerySet[AppointmentRequest]:
    """Return these requests and their duplicates, which are erased with them whatever their own time is."""
    return AppointmentRequest.objects.filter(Q(pk__in=requests) | Q(duplicate_of__in=requests)).order_by("pk")
