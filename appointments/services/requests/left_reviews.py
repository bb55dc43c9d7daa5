"""Reviews that a nurse has taken and left: any other nurse may take them."""

import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull
from django.utils import timezone

from appointments.models import AppointmentRequest, Note, NurseReview, RecordAccess

LEFT_AFTER = datetime.timedelta(hours=1)  # long enough for a call with the patient


def is_left(now: datetime.datetime) -> Q:
    """Return the condition on requests whose nurse has left the review.

    She neither got the review nor opened the request in the last hour, or she no longer works here.
    """
    lately: dict[str, Any] = {"request": OuterRef("pk"), "at__gt": now - LEFT_AFTER}
    got = Note.objects.filter(handed_to=OuterRef("nurse"), **lately)
    opened = RecordAccess.objects.filter(staff=OuterRef("nurse"), kind=RecordAccess.Kind.OPENED, **lately)
    # Not “exists”, for which PostgreSQL may read all notes: each request has few.
    never_got, never_opened = (Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), True)) for rows in (got, opened))
    has_left = Q(nurse__is_active=False) | (never_got & never_opened)
    return Q(nurse__isnull=False, nurse_review=NurseReview.NEEDED) & has_left


def with_left_reviews(requests: QuerySet[AppointmentRequest]) -> QuerySet[AppointmentRequest]:
    """Add `review_is_left`, whether any nurse may take the review that one of them has."""
    left = ExpressionWrapper(is_left(timezone.now()), output_field=BooleanField())
    return requests.annotate(review_is_left=left)
