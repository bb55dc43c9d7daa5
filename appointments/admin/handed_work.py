"""What colleagues have handed to someone who hasn't opened it since: a request, its review, or a review's result."""

import dataclasses
from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from appointments.models import Note, NurseReview, RecordAccess
from appointments.workflow import Status

REQUEST, REVIEW, RESULT = "request", "review", "result"
# A nurse who also works on the request finds it in “Mine”.
WHAT = Case(
    When(ends_review=True, then=Value(RESULT)),
    When(request__claimed_by=F("handed_to"), then=Value(REQUEST)),
    default=Value(REVIEW),
)


@dataclasses.dataclass(frozen=True)
class HandedWork:
    """How much a colleague has handed over, and the tab in which it is."""

    by: Any
    number: int
    what: str

    @property
    def query(self) -> str:
        """Return the end of the tab's address."""
        return "?tab=nurse" if self.what == REVIEW else "?tab=mine"


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
        .values("author", what=WHAT)
        .annotate(number=Count("request", distinct=True))
        .order_by("author", "what")
    )
    rows = list(counted)
    colleagues = get_user_model().objects.in_bulk({row["author"] for row in rows})
    return [HandedWork(colleagues[row["author"]], row["number"], row["what"]) for row in rows]


def handed_with(request_keys: Collection[int], staff_id: int | None) -> dict[int, Note]:
    """Return the note that came with each of these requests, by its key, if it hasn't been opened since."""
    notes = _unopened(staff_id).filter(request__in=request_keys).select_related("author").order_by("id")
    return {note.request_id: note for note in notes}
