"""What a patient has changed since staff last looked."""

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from appointments.models import AnswerChange, AppointmentRequest, RecordAccess


def with_unseen_changes(requests: QuerySet[AppointmentRequest]) -> QuerySet[AppointmentRequest]:
    """Add what the patient has changed since staff last opened the request.

    `unseen_changes` is the number of changed answers, `unseen_changed_at` the moment of the last, or None. Of a
    request that no one has opened yet nothing counts as changed: all of it is new.
    """
    openings = RecordAccess.objects.filter(request=OuterRef("request"), kind=RecordAccess.Kind.OPENED)
    unseen = (
        AnswerChange.objects.filter(
            request=OuterRef("pk"), actor=None, at__gt=openings.order_by("-at").values("at")[:1]
        )
        .order_by()
        .values("request")
    )
    return requests.annotate(
        unseen_changes=Coalesce(Subquery(unseen.values(number=Count("pk"))), 0),
        unseen_changed_at=Subquery(unseen.values(last=Max("at"))),
    )
