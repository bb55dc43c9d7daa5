"""What patients have to be told by phone: they have no e-mail address, or the last mail didn't arrive."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from appointments.models import AppointmentRequest, Notification
from appointments.models.request_order import OPEN
from appointments.workflow import Status

State = Notification.State
UNDELIVERED = (State.FAILED, State.BOUNCED)
SETTLED = (State.SENT, *UNDELIVERED)
# Kinds of mail that a patient must learn of after a request is closed, too.
TELL_OF_THE_END = ("cancelled", "closed", "missed")


def open_calls() -> QuerySet[Notification]:
    """Return what no one has told the patient yet, though a mail can't or didn't."""
    later = Notification.objects.filter(
        request=OuterRef("request"), state__in=SETTLED, created_at__gt=OuterRef("created_at")
    )
    matters = ~Q(request__status=Status.CLOSED) | Q(kind__in=TELL_OF_THE_END)
    didnt_arrive = Q(state__in=UNDELIVERED) & matters & ~Exists(later)
    calls = Notification.objects.filter(state__in=(State.TO_CALL, *UNDELIVERED), told_in=None, request__isnull=False)
    return calls.filter(Q(state=State.TO_CALL) | didnt_arrive)


def to_call(today: datetime.date) -> QuerySet[Any]:
    """Return the keys of the requests whose patient has to be called by today, some of them twice."""
    promised = AppointmentRequest.objects.filter(OPEN, next_contact_on__lte=today).order_by().values("pk")
    return promised.union(open_calls().filter(_not_later(today)).order_by().values("request"), all=True)


def to_call_after_the_end(today: datetime.date) -> QuerySet[Any]:
    """Return the keys of the closed requests among them."""
    of_the_end = Q(state=State.TO_CALL) | Q(kind__in=TELL_OF_THE_END)
    return open_calls().filter(of_the_end, _not_later(today), request__status=Status.CLOSED).values("request")


def _not_later(today: datetime.date) -> Q:
    return Q(request__next_contact_on=None) | Q(request__next_contact_on__lte=today)
