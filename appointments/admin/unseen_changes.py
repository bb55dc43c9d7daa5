"""What a patient has changed or answered since staff last looked."""

import datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from appointments.models import AnswerChange, AppointmentRequest, RecordAccess, StatusChange
from appointments.workflow import CLOCK_RUNS, Status

OPENINGS = RecordAccess.objects.filter(request=OuterRef("request"), kind=RecordAccess.Kind.OPENED)
LAST_OPENED = OPENINGS.order_by("-at").values("at")[:1]
# Of a request that no one has opened yet nothing counts: all of it is new.
UNSEEN_CHANGES = AnswerChange.objects.filter(actor=None, at__gt=LAST_OPENED).order_by()
# An answer, declined times, the wish for another time: each brings the request back to staff.
UNSEEN_ANSWERS = StatusChange.objects.filter(
    actor=None, by_system=False, to_status=Status.IN_REVIEW, at__gt=LAST_OPENED
).order_by()
# As a value of each row: PostgreSQL would rather begin with all requests than join them to a few changes.
STATE = Subquery(AppointmentRequest.objects.filter(pk=OuterRef("request")).order_by().values("status")[:1])


def requests_with_unseen(now: datetime.datetime) -> QuerySet[Any]:
    """Return the keys of the open requests that have some, found by the changes: fewer than requests.

    An answer may be changed while times are offered or booked as well.
    """
    answered = UNSEEN_ANSWERS.alias(state=STATE).filter(state__in=CLOCK_RUNS)
    changed = UNSEEN_CHANGES.alias(state=STATE).exclude(state=Status.CLOSED)
    return answered.values("request").union(changed.values("request"))


def with_unseen_changes(requests: QuerySet[AppointmentRequest]) -> QuerySet[AppointmentRequest]:
    """Add what the patient has changed or answered since staff last opened the request.

    `unseen_changes` is the number of changed answers, `unseen_changed_at` the moment of the last, or None.
    `answered_from` is the status in which the patient answered, such as “offered” for declined times, or None.
    """
    changes = UNSEEN_CHANGES.filter(request=OuterRef("pk")).values("request")
    return requests.annotate(
        unseen_changes=Coalesce(Subquery(changes.values(number=Count("pk"))), 0),
        unseen_changed_at=Subquery(changes.values(last=Max("at"))),
        answered_from=Subquery(
            UNSEEN_ANSWERS.filter(request=OuterRef("pk")).order_by("-id").values("from_status")[:1]
        ),
    )
