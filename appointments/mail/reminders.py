"""Mail that the clock causes: a visit is near, an offer is about to lapse.

Each function may run at any time and any number of times: the database sees to it that a cause has one row.
"""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import (
    CharField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from appointments.calendar.doctor_away import with_doctor
from appointments.guards.locks import locking
from appointments.models import Appointment, AppointmentChange, Notification, Offer
from appointments.workflow import AppointmentStatus

from .kinds.offer_mail import LAPSING
from .kinds.visit_mail import REMINDER
from .outbox import first_state

Change = AppointmentChange.Kind
ARRANGED = (Change.BOOKED, Change.ACCEPTED, Change.MOVED)


def _cause(*parts: str | F) -> Concat:
    """Return the expression of a notification's cause: its parts, joined by colons."""
    values = [Cast(part, CharField()) if isinstance(part, F) else Value(part) for part in parts]
    with_colons = [one for value in values for one in (Value(":"), value)][1:]
    return Concat(*with_colons, output_field=CharField())


def _not_yet_queued() -> Q:
    return ~Q(Exists(Notification.objects.filter(cause=OuterRef("cause"))))


def _queue(notifications: Iterable[Notification]) -> None:
    """Write those whose cause has no row yet. While someone is changing one of their requests, wait a little."""
    if rows := list(notifications):
        with locking():
            Notification.objects.bulk_create(rows, ignore_conflicts=True)


def queue_reminders() -> None:
    """Queue the reminders that are due, APPOINTMENTS_REMINDER_DAYS before a visit; at most one per visit and run.

    For a patient without an e-mail address the desk gets a call to make.

    After an outage only the reminder nearest to the visit goes out. A visit that was booked or moved after the
    moment of a reminder gets no such reminder: the mail about the booking was enough.
    """
    now = timezone.now()
    nearer = datetime.timedelta()
    for days in sorted(settings.APPOINTMENTS_REMINDER_DAYS):
        before = datetime.timedelta(days=days)
        _queue(
            Notification(
                request_id=visit.request_id,
                appointment=visit,
                sequence=visit.sequence,
                kind=REMINDER.name,
                state=first_state(visit.request, REMINDER),
                cause=visit.cause,  # type: ignore[attr-defined]
            )
            for visit in _to_remind_of(now + nearer, now + before, before=before, days=days)
        )
        nearer = before


def _to_remind_of(
    after: datetime.datetime, until: datetime.datetime, *, before: datetime.timedelta, days: int
) -> QuerySet[Appointment]:
    """Return the booked visits that begin in that time, were arranged early enough, and have no such reminder yet.

    While a visit's doctor won't be there, a reminder would be untrue. It goes out once the desk has settled that.
    """
    arranged = AppointmentChange.objects.filter(appointment=OuterRef("pk"), kind__in=ARRANGED).order_by("-id")
    return (
        with_doctor(
            Appointment.objects.filter(
                status=AppointmentStatus.BOOKED,
                period__overlap=DateTimeTZRange(after, until, "[]"),  # what the index knows; the next line is exact
                period__startswith__gt=after,
                period__startswith__lte=until,
            )
        )
        .select_related("request")
        .annotate(
            arranged_at=Subquery(arranged.values("at")[:1]),
            cause=_cause("reminder", F("pk"), F("sequence"), str(days)),
        )
        .filter(_not_yet_queued(), arranged_at__lte=F("period__startswith") - before)
    )


def queue_lapsing_warnings() -> None:
    """Queue the warnings about offers that end within APPOINTMENTS_LAPSE_WARNING_HOURS and were made before that."""
    now = timezone.now()
    warning = datetime.timedelta(hours=settings.APPOINTMENTS_LAPSE_WARNING_HOURS)
    offers = (
        Offer.objects.open()
        .filter(held_until__gt=now, held_until__lte=now + warning)
        .exclude(request__email="")
        .annotate(
            held_for=ExpressionWrapper(F("held_until") - F("made_at"), DurationField()),
            cause=_cause("lapsing", F("pk")),
        )
        .filter(_not_yet_queued(), held_for__gt=warning)
    )
    _queue(
        Notification(
            request_id=offer.request_id,
            offer=offer,
            kind=LAPSING.name,
            cause=offer.cause,
        )
        for offer in offers
    )
