"""What colleagues have handed to someone who hasn't opened it since: a request, or its review by a nurse."""

import dataclasses
from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When

from appointments.models import Note, NurseReview, RecordAccess
from appointments.workflow import Status

# A nurse who also works on the request finds it in “Mine”.
FOR_REVIEW = Case(When(request__claimed_by=F("handed_to"), then=False), default=True)


@dataclasses.dataclass(frozen=True)
class HandedWork:
    """How much a colleague has handed over, and the tab in which it is."""

    by: Any
    number: int
    is_review: bool

    @property
    def query(self) -> str:
        """Return the end of the tab's address."""
        return "?tab=nurse" if self.is_review else "?tab=mine"


def _unopened(staff_id: int | None) -> QuerySet[Note]:
    """Return the notes with which colleagues handed over what is still theirs to do and was not opened since."""
    opened = RecordAccess.objects.filter(
        request=OuterRef("request"), staff=staff_id, kind=RecordAccess.Kind.OPENED, at__gt=OuterRef("at")
    )
    to_do = Q(request__claimed_by=staff_id) & ~Q(request__status=Status.BOOKED)  # as in “Mine”
    theirs = to_do | Q(request__nurse=staff_id, request__nurse_review=NurseReview.NEEDED)
    handed = Note.objects.filter(theirs, handed_to=staff_id).exclude(author=staff_id)
    return handed.exclude(request__status=Status.CLOSED).filter(~Exists(opened))


def handed_to(staff_id: int | None) -> list[HandedWork]:
    """Return what someone has been handed and hasn't opened yet, by colleague."""
    counted = (
        _unopened(staff_id)
        .order_by()
        .values("author", is_review=FOR_REVIEW)
        .annotate(number=Count("request", distinct=True))
        .order_by("author", "is_review")
    )
    rows = list(counted)
    colleagues = get_user_model().objects.in_bulk({row["author"] for row in rows})
    return [HandedWork(colleagues[row["author"]], row["number"], row["is_review"]) for row in rows]


def handed_by(request_keys: Collection[int], staff_id: int | None) -> dict[int, Any]:
    """Return the colleague who handed each of these requests over, by its key, if it hasn't been opened since."""
    notes = _unopened(staff_id).filter(request__in=request_keys).select_related("author").order_by("id")
    return {note.request_id: note.author for note in notes}
